import type { RareTroubles } from '../texts.ts';

/** Polish for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Przeglądarka blokuje zapis danych', 'Ta strona musi przechowywać Twoją tożsamość. Zezwól na dane witryny lub wyjdź z trybu prywatnego.'],
  'storage-full': ['Brak miejsca', 'Przeglądarka nie ma miejsca na Twoją tożsamość. Zwolnij miejsce na tym urządzeniu.'],
  'storage-lost': ['Twoje tożsamości zniknęły', 'Przeglądarka usunęła dane tej strony. Skonfiguruj tożsamość ponownie; zajmie to minutę.'],
  insecure: ['Ta strona nie jest bezpieczna', 'Jej adres musi zaczynać się od https. Powiadom właściciela witryny.'],
  unsupported: ['Ta przeglądarka jest zbyt stara', 'Zaktualizuj ją albo otwórz tę stronę w innej przeglądarce.'],
  origin: ['Ta witryna nie jest dozwolona', 'Usługa nie zna tej witryny. Powiadom jej właściciela.'],
  configuration: ['Ta witryna jest źle skonfigurowana', 'Powiadom jej właściciela i podaj poniższy kod.'],
  expired: ['To potwierdzenie jest już nieważne', 'Jest zbyt stare albo zostało już użyte. Możemy wysłać nową wiadomość.'],
  cancelled: ['Potwierdzenie zostało odrzucone', 'Ktoś je anulował lub wybrał inną liczbę. Jeśli to pomyłka, możemy wysłać nową wiadomość.'],
  'identity-expired': ['Ta tożsamość wygasła', 'Długo nie była używana. Zarejestruj się ponownie, aby kontynuować.'],
  'identity-damaged': ['Ta tożsamość jest uszkodzona', 'Nie można odczytać jej danych w przeglądarce. Zarejestruj się ponownie, aby kontynuować.'],
  refused: ['Nie masz dostępu', '{service} nie wpuszcza Cię z tą tożsamością. Twój PIN jest w porządku.'],
  'identity-unknown': ['Ta tożsamość jest nieznana', 'Nie ma jej już na tym urządzeniu. Zarejestruj się ponownie, aby kontynuować.'],
  declined: ['Prośba została odrzucona', 'Odrzucono ją na telefonie lub wycofano. Poproś o nową na drugim urządzeniu.'],
  claimed: ['Inny telefon był szybszy', 'Na tę prośbę odpowiedział inny telefon. Jeśli to nie Ty, wyloguj się na drugim urządzeniu.'],
  'number-expired': ['Ta prośba jest zakończona', 'Spójrz na drugie urządzenie: być może już się na nim zalogowano. Jeśli nie, pokazuje ono nowy numer.'],
};
