import type { RareTroubles } from '../texts.ts';

/** Dutch for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Uw browser blokkeert opslag', 'Deze pagina moet uw identiteit bewaren. Sta sitegegevens toe, of verlaat de privémodus.'],
  'storage-full': ['Er is geen ruimte meer', 'Uw browser heeft geen ruimte om uw identiteit te bewaren. Maak ruimte vrij op dit apparaat.'],
  'storage-lost': ['Uw identiteiten zijn weg', 'De browser heeft de gegevens van deze pagina gewist. Stel uw identiteit opnieuw in; het duurt een minuut.'],
  insecure: ['Deze pagina is niet veilig', 'Het adres moet met https beginnen. Meld het de beheerder van deze site.'],
  unsupported: ['Deze browser is te oud', 'Werk hem bij, of open deze pagina in een andere browser.'],
  origin: ['Deze site is niet toegestaan', 'De dienst kent deze site niet. Meld het de beheerder.'],
  configuration: ['Deze site is niet goed ingesteld', 'Meld het de beheerder, met de code hieronder.'],
  expired: ['Deze bevestiging is niet meer geldig', 'Ze is te oud of al gebruikt. We kunnen u een nieuwe e-mail sturen.'],
  cancelled: ['De bevestiging is geweigerd', 'Iemand heeft haar afgebroken of een ander getal gekozen. Was dat een vergissing, dan kunnen we u een nieuwe e-mail sturen.'],
  'identity-expired': ['Deze identiteit is verlopen', 'Ze is lang niet gebruikt. Registreer u opnieuw om verder te gaan.'],
  'identity-damaged': ['Deze identiteit is beschadigd', 'Wat uw browser ervan bewaarde, is niet leesbaar. Registreer u opnieuw om verder te gaan.'],
  refused: ['U hebt geen toegang', '{service} laat u met deze identiteit niet binnen. Met uw pincode is niets mis.'],
  'identity-unknown': ['Deze identiteit is onbekend', 'Ze staat niet meer op dit apparaat. Registreer u opnieuw om verder te gaan.'],
  declined: ['Het verzoek is geweigerd', 'Het is op een telefoon geweigerd of ingetrokken. Vraag op het andere apparaat een nieuw aan.'],
  claimed: ['Een andere telefoon was sneller', 'Een andere telefoon heeft dit verzoek beantwoord. Was u dat niet, log dan uit op het andere apparaat.'],
  'number-expired': ['Dit verzoek is voorbij', 'Kijk op het andere apparaat: misschien bent u daar al ingelogd. Zo niet, dan toont het een nieuw nummer.'],
};
