import type { RareTroubles } from '../texts.ts';

/** Spanish for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Su navegador bloquea el almacenamiento', 'Esta página necesita guardar su identidad. Permita los datos de este sitio o salga de la navegación privada.'],
  'storage-full': ['No queda espacio', 'Su navegador no tiene espacio para guardar su identidad. Libere espacio en este dispositivo.'],
  'storage-lost': ['Sus identidades ya no están', 'El navegador ha borrado los datos de esta página. Configure su identidad de nuevo; tarda un minuto.'],
  insecure: ['Esta página no es segura', 'Su dirección debe empezar por https. Avise al responsable del sitio.'],
  unsupported: ['Este navegador es demasiado antiguo', 'Actualícelo o abra esta página en otro navegador.'],
  origin: ['Este sitio no está permitido', 'El servicio no conoce este sitio. Avise a su responsable.'],
  configuration: ['Este sitio está mal configurado', 'Avise a su responsable e indíquele el código de abajo.'],
  expired: ['Esta confirmación ya no es válida', 'Es demasiado antigua o ya se usó. Podemos enviarle un correo nuevo.'],
  cancelled: ['La confirmación fue rechazada', 'Alguien la canceló o eligió otro número. Si fue un descuido, podemos enviarle un correo nuevo.'],
  'identity-expired': ['Esta identidad ha caducado', 'Hace mucho que no se usaba. Regístrese de nuevo para continuar.'],
  'identity-damaged': ['Esta identidad está dañada', 'No se puede leer lo que su navegador guardó de ella. Regístrese de nuevo para continuar.'],
  refused: ['No tiene acceso', '{service} no le deja entrar con esta identidad. Su PIN está bien.'],
  'identity-unknown': ['No se conoce esta identidad', 'Ya no está en este dispositivo. Regístrese de nuevo para continuar.'],
  declined: ['La solicitud fue rechazada', 'Se rechazó en un teléfono o se retiró. Pida otra en el otro dispositivo.'],
  claimed: ['Otro teléfono fue más rápido', 'Otro teléfono respondió a esta solicitud. Si no fue usted, cierre la sesión en el otro dispositivo.'],
  'number-expired': ['Esta solicitud ha terminado', 'Mire el otro dispositivo: puede que ya haya iniciado sesión allí. Si no, muestra un número nuevo.'],
};
