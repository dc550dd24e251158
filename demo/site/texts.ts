export interface Texts {
  dir: 'ltr' | 'rtl';
  title: string;
  headline: string;
  lead: string;
  points: [string, string][];
  signIn: string;
  unavailable: string;
  refused: string;
  tryAgain: string;
  needsScript: string;
  signedOut: string;
  account: string;
  greeting: string;
  signedInAs: string;
  signOut: string;
  balance: string;
  everyday: string;
  savings: string;
  recent: string;
  amounts: { total: string; everyday: string; savings: string };
  movements: [string, string, string][];
  footer: string;
}

const en: Texts = {
  dir: 'ltr',
  title: 'Northwind Bank',
  headline: 'Your money, one short PIN away',
  lead: 'No password to invent, forget or lose. Prove your email once, choose a PIN, and this device is your key.',
  points: [
    ['Nothing to steal', 'Your PIN is stored nowhere, not even with us.'],
    ['Three tries', 'Then the device is locked, and nobody gets in.'],
    ['Only this device', 'A PIN seen over your shoulder opens nothing elsewhere.'],
  ],
  signIn: 'Sign in',
  unavailable: 'Sign-in is not available right now. Your accounts are safe.',
  refused: 'That sign-in could not be accepted. Please sign in again.',
  tryAgain: 'Try again',
  needsScript: 'Signing in needs JavaScript.',
  signedOut: 'You are signed out.',
  account: 'Your accounts',
  greeting: 'Good to see you',
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  balance: 'Total balance',
  everyday: 'Everyday account',
  savings: 'Savings',
  recent: 'Recent activity',
  amounts: { total: '€ 18,204.15', everyday: '€ 3,904.15', savings: '€ 14,300.00' },
  movements: [
    ['Corner Bakery', 'Card payment', '−€ 6.40'],
    ['Salary', 'Transfer received', '+€ 2,850.00'],
    ['City Transport', 'Monthly ticket', '−€ 49.00'],
    ['To savings', 'Standing order', '−€ 300.00'],
  ],
  footer: 'A demonstration. No real bank, no real money.',
};

const de: Texts = {
  dir: 'ltr',
  title: 'Northwind Bank',
  headline: 'Ihr Geld, nur eine kurze PIN entfernt',
  lead: 'Kein Passwort, das man sich ausdenkt, vergisst oder verliert. Einmal die E-Mail-Adresse bestätigen, PIN wählen, und dieses Gerät ist Ihr Schlüssel.',
  points: [
    ['Nichts zu stehlen', 'Ihre PIN ist nirgends gespeichert, auch nicht bei uns.'],
    ['Drei Versuche', 'Dann ist das Gerät gesperrt, und niemand kommt hinein.'],
    ['Nur dieses Gerät', 'Eine abgeschaute PIN öffnet anderswo nichts.'],
  ],
  signIn: 'Anmelden',
  unavailable: 'Die Anmeldung ist gerade nicht verfügbar. Ihre Konten sind sicher.',
  refused: 'Diese Anmeldung konnte nicht angenommen werden. Bitte melden Sie sich erneut an.',
  tryAgain: 'Erneut versuchen',
  needsScript: 'Zum Anmelden wird JavaScript gebraucht.',
  signedOut: 'Sie sind abgemeldet.',
  account: 'Ihre Konten',
  greeting: 'Schön, Sie zu sehen',
  signedInAs: 'Angemeldet als',
  signOut: 'Abmelden',
  balance: 'Gesamtguthaben',
  everyday: 'Girokonto',
  savings: 'Sparkonto',
  recent: 'Letzte Umsätze',
  amounts: { total: '18.204,15 €', everyday: '3.904,15 €', savings: '14.300,00 €' },
  movements: [
    ['Eckbäckerei', 'Kartenzahlung', '−6,40 €'],
    ['Gehalt', 'Überweisung erhalten', '+2.850,00 €'],
    ['Verkehrsbetriebe', 'Monatskarte', '−49,00 €'],
    ['Aufs Sparkonto', 'Dauerauftrag', '−300,00 €'],
  ],
  footer: 'Eine Vorführung. Keine echte Bank, kein echtes Geld.',
};

const ar: Texts = {
  dir: 'rtl',
  title: 'بنك نورث ويند',
  headline: 'أموالك على بُعد رقم سري قصير',
  lead: 'لا كلمة مرور تبتكرها أو تنساها أو تفقدها. أثبت بريدك الإلكتروني مرة واحدة، واختر رقمًا سريًا، ويصبح هذا الجهاز مفتاحك.',
  points: [
    ['لا شيء يُسرق', 'رقمك السري غير محفوظ في أي مكان، ولا حتى لدينا.'],
    ['ثلاث محاولات', 'ثم يُقفل الجهاز ولا يدخل أحد.'],
    ['هذا الجهاز فقط', 'الرقم الذي يراه غيرك لا يفتح شيئًا في مكان آخر.'],
  ],
  signIn: 'تسجيل الدخول',
  unavailable: 'تسجيل الدخول غير متاح الآن. حساباتك في أمان.',
  refused: 'تعذّر قبول تسجيل الدخول هذا. يُرجى المحاولة مرة أخرى.',
  tryAgain: 'أعد المحاولة',
  needsScript: 'يحتاج تسجيل الدخول إلى جافا سكريبت.',
  signedOut: 'تم تسجيل خروجك.',
  account: 'حساباتك',
  greeting: 'سعداء برؤيتك',
  signedInAs: 'مسجّل الدخول باسم',
  signOut: 'تسجيل الخروج',
  balance: 'الرصيد الإجمالي',
  everyday: 'الحساب الجاري',
  savings: 'حساب التوفير',
  recent: 'آخر الحركات',
  amounts: { total: '€ 18,204.15', everyday: '€ 3,904.15', savings: '€ 14,300.00' },
  movements: [
    ['مخبز الحي', 'دفع بالبطاقة', '−€ 6.40'],
    ['الراتب', 'حوالة واردة', '+€ 2,850.00'],
    ['مواصلات المدينة', 'تذكرة شهرية', '−€ 49.00'],
    ['إلى التوفير', 'أمر دائم', '−€ 300.00'],
  ],
  footer: 'عرض توضيحي. ليس بنكًا حقيقيًا ولا أموالًا حقيقية.',
};

const catalogue: Record<string, Texts> = { en, de, ar };

/** The language asked for in the address, else English. */
export function textsFor(lang: string | null): { lang: string; texts: Texts } {
  const texts = lang === null ? undefined : Object.hasOwn(catalogue, lang) ? catalogue[lang] : undefined;
  return texts === undefined || lang === null ? { lang: 'en', texts: en } : { lang, texts };
}
