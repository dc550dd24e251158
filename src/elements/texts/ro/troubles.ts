import type { RareTroubles } from '../texts.ts';

/** Romanian for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Browserul blochează stocarea', 'Această pagină trebuie să păstreze identitatea dumneavoastră. Permiteți datele site-ului sau ieșiți din navigarea privată.'],
  'storage-full': ['Nu mai este loc', 'Browserul nu are spațiu pentru identitatea dumneavoastră. Eliberați spațiu pe acest dispozitiv.'],
  'storage-lost': ['Identitățile au dispărut', 'Browserul a șters datele acestei pagini. Configurați din nou identitatea; durează un minut.'],
  insecure: ['Această pagină nu este sigură', 'Adresa ei trebuie să înceapă cu https. Anunțați proprietarul site-ului.'],
  unsupported: ['Acest browser este prea vechi', 'Actualizați-l sau deschideți pagina în alt browser.'],
  origin: ['Acest site nu este permis', 'Serviciul nu cunoaște acest site. Anunțați proprietarul.'],
  configuration: ['Acest site nu este configurat corect', 'Anunțați proprietarul și dați-i codul de mai jos.'],
  expired: ['Această confirmare nu mai este valabilă', 'Este prea veche sau a fost deja folosită. Vă putem trimite un e-mail nou.'],
  cancelled: ['Confirmarea a fost refuzată', 'Cineva a anulat-o sau a ales alt număr. Dacă a fost o greșeală, vă putem trimite un e-mail nou.'],
  'identity-expired': ['Această identitate a expirat', 'Nu a fost folosită mult timp. Înregistrați-vă din nou pentru a continua.'],
  'identity-damaged': ['Această identitate este deteriorată', 'Ce a păstrat browserul din ea nu poate fi citit. Înregistrați-vă din nou pentru a continua.'],
  refused: ['Nu aveți acces', '{service} nu vă lasă să intrați cu această identitate. PIN-ul este în regulă.'],
  'identity-unknown': ['Această identitate nu este cunoscută', 'Nu mai este pe acest dispozitiv. Înregistrați-vă din nou pentru a continua.'],
  declined: ['Cererea a fost refuzată', 'A fost refuzată pe un telefon sau retrasă. Cereți alta pe celălalt dispozitiv.'],
  claimed: ['Alt telefon a fost mai rapid', 'Alt telefon a răspuns la această cerere. Dacă nu ați fost dumneavoastră, deconectați-vă pe celălalt dispozitiv.'],
  'number-expired': ['Această cerere s-a încheiat', 'Priviți celălalt dispozitiv: poate sunteți deja conectat acolo. Dacă nu, afișează un număr nou.'],
};
