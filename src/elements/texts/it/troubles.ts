import type { RareTroubles } from '../texts.ts';

/** Italian for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Il browser blocca l’archiviazione', 'Questa pagina deve conservare la Sua identità. Consenta i dati di questo sito o esca dalla navigazione privata.'],
  'storage-full': ['Non c’è più spazio', 'Il browser non ha spazio per conservare la Sua identità. Liberi spazio su questo dispositivo.'],
  'storage-lost': ['Le Sue identità sono sparite', 'Il browser ha cancellato i dati di questa pagina. Configuri di nuovo la Sua identità: basta un minuto.'],
  insecure: ['Questa pagina non è sicura', 'Il suo indirizzo deve iniziare con https. Avvisi il gestore del sito.'],
  unsupported: ['Questo browser è troppo vecchio', 'Lo aggiorni, o apra la pagina in un altro browser.'],
  origin: ['Questo sito non è ammesso', 'Il servizio non conosce questo sito. Avvisi il suo gestore.'],
  configuration: ['Questo sito non è configurato bene', 'Avvisi il suo gestore e gli indichi il codice qui sotto.'],
  expired: ['Questa conferma non è più valida', 'È troppo vecchia o è già stata usata. Possiamo inviarLe una nuova e-mail.'],
  cancelled: ['La conferma è stata rifiutata', 'Qualcuno l’ha annullata o ha scelto un altro numero. Se è stata una svista, possiamo inviarLe una nuova e-mail.'],
  'identity-expired': ['Questa identità è scaduta', 'Non è stata usata per molto tempo. Si registri di nuovo per continuare.'],
  'identity-damaged': ['Questa identità è danneggiata', 'Ciò che il browser ne ha conservato non è leggibile. Si registri di nuovo per continuare.'],
  refused: ['Non ha accesso', '{service} non La fa entrare con questa identità. Il Suo PIN è a posto.'],
  'identity-unknown': ['Questa identità è sconosciuta', 'Non è più su questo dispositivo. Si registri di nuovo per continuare.'],
  declined: ['La richiesta è stata rifiutata', 'È stata rifiutata su un telefono o ritirata. Ne faccia un’altra sull’altro dispositivo.'],
  claimed: ['Un altro telefono è stato più veloce', 'Un altro telefono ha risposto a questa richiesta. Se non era Lei, esca sull’altro dispositivo.'],
  'number-expired': ['Questa richiesta è conclusa', 'Guardi l’altro dispositivo: forse l’accesso è già avvenuto. Altrimenti mostra un nuovo numero.'],
};
