import type { RareTroubles } from '../texts.ts';

/** Portuguese for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['O seu navegador bloqueia o armazenamento', 'Esta página precisa de guardar a sua identidade. Permita os dados deste site ou saia da navegação privada.'],
  'storage-full': ['Não há mais espaço', 'O seu navegador não tem espaço para guardar a sua identidade. Liberte espaço neste dispositivo.'],
  'storage-lost': ['As suas identidades desapareceram', 'O navegador apagou os dados desta página. Configure novamente a sua identidade; demora um minuto.'],
  insecure: ['Esta página não é segura', 'O endereço tem de começar por https. Avise o responsável pelo site.'],
  unsupported: ['Este navegador é demasiado antigo', 'Atualize-o ou abra esta página noutro navegador.'],
  origin: ['Este site não é permitido', 'O serviço não conhece este site. Avise o seu responsável.'],
  configuration: ['Este site está mal configurado', 'Avise o seu responsável e indique o código abaixo.'],
  expired: ['Esta confirmação já não é válida', 'É demasiado antiga ou já foi usada. Podemos enviar-lhe um novo e-mail.'],
  cancelled: ['A confirmação foi recusada', 'Alguém a cancelou ou escolheu outro número. Se foi um descuido, podemos enviar-lhe um novo e-mail.'],
  'identity-expired': ['Esta identidade expirou', 'Não era usada há muito tempo. Registe-se novamente para continuar.'],
  'identity-damaged': ['Esta identidade está danificada', 'Não é possível ler o que o navegador guardou dela. Registe-se novamente para continuar.'],
  refused: ['Não tem acesso', '{service} não o deixa entrar com esta identidade. O seu PIN está certo.'],
  'identity-unknown': ['Esta identidade é desconhecida', 'Já não está neste dispositivo. Registe-se novamente para continuar.'],
  declined: ['O pedido foi recusado', 'Foi recusado num telemóvel ou retirado. Faça outro no outro dispositivo.'],
  claimed: ['Outro telemóvel foi mais rápido', 'Outro telemóvel respondeu a este pedido. Se não foi você, saia no outro dispositivo.'],
  'number-expired': ['Este pedido terminou', 'Veja o outro dispositivo: talvez a sessão já lá esteja iniciada. Se não, mostra um novo número.'],
};
