import type { Language } from '../text/languages.ts';

/** The texts of the account pages in one language. */
export interface AccountTexts {
  title: string;
  signedInAs: string;
  signOut: string;
  appsTitle: string;
  appsNone: string;
  lastUsed: string;
  maySee: string;
  open: string;
  discontinue: string;
  devicesTitle: string;
  devicesNone: string;
  since: string;
  deviceName: string;
  rename: string;
  revoke: string;
  revokeNote: string;
  activityTitle: string;
  activityNone: string;
  when: string;
  what: string;
  where: string;
  registeredTitle: string;
  registeredNone: string;
  register: string;
  edit: string;
  waiting: string;
  appTitle: string;
  appName: string;
  redirectUris: string;
  redirectUrisHelp: string;
  startUrl: string;
  initiateLoginUri: string;
  postLogoutUris: string;
  logoutUri: string;
  isPublic: string;
  save: string;
  remove: string;
  back: string;
  clientId: string;
  clientSecret: string;
  secretOnce: string;
  newSecret: string;
  proveTitle: string;
  proveBody: string;
  proveRecord: string;
  proveFile: string;
  proveCheck: string;
  problems: { invalid: string; taken: string; unproved: string; 'not-allowed': string };
  events: Readonly<Record<string, string>>;
  otherEvent: string;
}

const en: AccountTexts = {
  title: 'Your account', signedInAs: 'Signed in as', signOut: 'Sign out', appsTitle: 'Authenticated apps', appsNone: 'You have not signed in to any application yet.', lastUsed: 'Last used', maySee: 'May see',
  open: 'Open', discontinue: 'Discontinue permission', devicesTitle: 'Your devices', devicesNone: 'No device can sign in as you.', since: 'Set up', deviceName: 'Name of the device', rename: 'Rename', revoke: 'Revoke',
  revokeNote: 'A revoked device can no longer sign in as you. It can be set up anew.', activityTitle: 'Recent activity', activityNone: 'Nothing yet.', when: 'When', what: 'What', where: 'From', registeredTitle: 'Registered apps',
  registeredNone: 'You have not registered any application.', register: 'Register an application', edit: 'Edit', waiting: 'Only you can use it until an administrator has looked at it.', appTitle: 'Application', appName: 'Name',
  redirectUris: 'Redirect URIs, one on each line', redirectUrisHelp: 'Where people come back to, letter by letter. A URI belongs to one application of the whole system.', startUrl: 'Start page (optional)',
  initiateLoginUri: 'Where it begins a sign-in itself (optional)', postLogoutUris: 'Where people go after signing out, one on each line (optional)', logoutUri: 'Where it hears of sign-outs (optional)',
  isPublic: 'It can keep no secret (a page or an app)', save: 'Save', remove: 'Remove application', back: 'Back to your account', clientId: 'Client ID', clientSecret: 'Client secret',
  secretOnce: 'Copy the secret now: it is shown only once.', newSecret: 'Make a new secret', proveTitle: 'Prove that the host is yours', proveBody: 'Publish one of the two, then check.', proveRecord: 'A TXT record', proveFile: 'Or a file',
  proveCheck: 'Check', problems: { invalid: 'Something is missing or not allowed. Look at the fields and try again.', taken: 'Another application has registered this redirect URI.', unproved: 'Prove first that this host is yours.', 'not-allowed': 'You cannot register applications here. Ask an administrator.' },
  events: {
    authenticate_success: 'Signed in', authenticate_failure: 'Wrong PIN', registration_success: 'Device set up', renewal_success: 'Secrets of a device renewed', verification_sent: 'Email sent', verification_confirmed: 'Email confirmed',
    verification_cancelled: 'Request refused', revoked: 'Device revoked', renamed: 'Device renamed', sign_out: 'Signed out', otp_made: 'One-time password made', otp_accepted: 'One-time password used', verify_success: 'Document signed',
  },
  otherEvent: 'Other event',
};

const de: AccountTexts = {
  title: 'Ihr Konto', signedInAs: 'Angemeldet als', signOut: 'Abmelden', appsTitle: 'Genutzte Anwendungen', appsNone: 'Sie haben sich noch bei keiner Anwendung angemeldet.', lastUsed: 'Zuletzt genutzt', maySee: 'Darf sehen',
  open: 'Öffnen', discontinue: 'Erlaubnis zurücknehmen', devicesTitle: 'Ihre Geräte', devicesNone: 'Kein Gerät kann sich als Sie anmelden.', since: 'Eingerichtet', deviceName: 'Name des Geräts', rename: 'Umbenennen', revoke: 'Sperren',
  revokeNote: 'Ein gesperrtes Gerät kann sich nicht mehr als Sie anmelden. Es lässt sich neu einrichten.', activityTitle: 'Letzte Vorgänge', activityNone: 'Noch nichts.', when: 'Wann', what: 'Was', where: 'Von', registeredTitle: 'Eingetragene Anwendungen',
  registeredNone: 'Sie haben keine Anwendung eingetragen.', register: 'Anwendung eintragen', edit: 'Bearbeiten', waiting: 'Bis jemand von der Verwaltung sie geprüft hat, können nur Sie sie nutzen.', appTitle: 'Anwendung', appName: 'Name',
  redirectUris: 'Rücksprungadressen, eine je Zeile', redirectUrisHelp: 'Wohin die Menschen zurückkommen, Buchstabe für Buchstabe. Eine Adresse gehört zu einer einzigen Anwendung.', startUrl: 'Startseite (freiwillig)',
  initiateLoginUri: 'Wo sie selbst eine Anmeldung beginnt (freiwillig)', postLogoutUris: 'Wohin es nach dem Abmelden geht, eine je Zeile (freiwillig)', logoutUri: 'Wo sie von Abmeldungen erfährt (freiwillig)',
  isPublic: 'Sie kann kein Geheimnis bewahren (eine Seite oder App)', save: 'Speichern', remove: 'Anwendung entfernen', back: 'Zurück zu Ihrem Konto', clientId: 'Client-ID', clientSecret: 'Client-Geheimnis',
  secretOnce: 'Kopieren Sie das Geheimnis jetzt: Es wird nur einmal gezeigt.', newSecret: 'Neues Geheimnis', proveTitle: 'Zeigen Sie, dass der Host Ihnen gehört', proveBody: 'Veröffentlichen Sie eines von beiden und prüfen Sie dann.', proveRecord: 'Ein TXT-Eintrag', proveFile: 'Oder eine Datei',
  proveCheck: 'Prüfen', problems: { invalid: 'Etwas fehlt oder ist nicht erlaubt. Sehen Sie die Felder durch und versuchen Sie es erneut.', taken: 'Eine andere Anwendung hat diese Rücksprungadresse eingetragen.', unproved: 'Zeigen Sie zuerst, dass dieser Host Ihnen gehört.', 'not-allowed': 'Sie können hier keine Anwendungen eintragen. Fragen Sie die Verwaltung.' },
  events: {
    authenticate_success: 'Angemeldet', authenticate_failure: 'Falsche PIN', registration_success: 'Gerät eingerichtet', renewal_success: 'Geheimnisse eines Geräts erneuert', verification_sent: 'E-Mail gesendet', verification_confirmed: 'E-Mail bestätigt',
    verification_cancelled: 'Anfrage abgelehnt', revoked: 'Gerät gesperrt', renamed: 'Gerät umbenannt', sign_out: 'Abgemeldet', otp_made: 'Einmalpasswort erzeugt', otp_accepted: 'Einmalpasswort benutzt', verify_success: 'Dokument unterschrieben',
  },
  otherEvent: 'Anderer Vorgang',
};

const ar: AccountTexts = {
  title: 'حسابك', signedInAs: 'سجّلت الدخول باسم', signOut: 'تسجيل الخروج', appsTitle: 'التطبيقات المستخدمة', appsNone: 'لم تسجّل الدخول إلى أي تطبيق بعد.', lastUsed: 'آخر استخدام', maySee: 'يرى',
  open: 'فتح', discontinue: 'سحب الإذن', devicesTitle: 'أجهزتك', devicesNone: 'لا يستطيع أي جهاز تسجيل الدخول باسمك.', since: 'أُعدّ في', deviceName: 'اسم الجهاز', rename: 'تغيير الاسم', revoke: 'إلغاء',
  revokeNote: 'لا يستطيع الجهاز الملغى تسجيل الدخول باسمك. يمكن إعداده من جديد.', activityTitle: 'آخر الأحداث', activityNone: 'لا شيء بعد.', when: 'متى', what: 'ماذا', where: 'من', registeredTitle: 'التطبيقات المسجلة',
  registeredNone: 'لم تسجّل أي تطبيق.', register: 'تسجيل تطبيق', edit: 'تعديل', waiting: 'لا يستطيع استخدامه غيرك حتى يراجعه أحد المشرفين.', appTitle: 'التطبيق', appName: 'الاسم',
  redirectUris: 'عناوين العودة، واحد في كل سطر', redirectUrisHelp: 'حيث يعود الناس، حرفًا بحرف. كل عنوان يخص تطبيقًا واحدًا في النظام كله.', startUrl: 'صفحة البداية (اختياري)',
  initiateLoginUri: 'حيث يبدأ تسجيل الدخول بنفسه (اختياري)', postLogoutUris: 'حيث يذهب الناس بعد الخروج، واحد في كل سطر (اختياري)', logoutUri: 'حيث يُبلَّغ بتسجيل الخروج (اختياري)',
  isPublic: 'لا يستطيع حفظ سر (صفحة أو تطبيق جوال)', save: 'حفظ', remove: 'إزالة التطبيق', back: 'العودة إلى حسابك', clientId: 'معرّف التطبيق', clientSecret: 'سر التطبيق',
  secretOnce: 'انسخ السر الآن، فلن يظهر مرة أخرى.', newSecret: 'إنشاء سر جديد', proveTitle: 'أثبت أن المضيف لك', proveBody: 'انشر أحد الاثنين ثم تحقق.', proveRecord: 'سجل TXT', proveFile: 'أو ملف',
  proveCheck: 'تحقق', problems: { invalid: 'هناك شيء ناقص أو غير مسموح. راجع الحقول وحاول مرة أخرى.', taken: 'سجّل تطبيق آخر عنوان العودة هذا.', unproved: 'أثبت أولًا أن هذا المضيف لك.', 'not-allowed': 'لا يمكنك تسجيل التطبيقات هنا. اسأل أحد المشرفين.' },
  events: {
    authenticate_success: 'تسجيل دخول', authenticate_failure: 'رقم سري خاطئ', registration_success: 'إعداد جهاز', renewal_success: 'تجديد أسرار جهاز', verification_sent: 'إرسال رسالة', verification_confirmed: 'تأكيد البريد',
    verification_cancelled: 'رفض طلب', revoked: 'إلغاء جهاز', renamed: 'تغيير اسم جهاز', sign_out: 'تسجيل خروج', otp_made: 'إنشاء كلمة مرور لمرة واحدة', otp_accepted: 'استخدام كلمة مرور لمرة واحدة', verify_success: 'توقيع مستند',
  },
  otherEvent: 'حدث آخر',
};

export const accountCatalogue: Record<Language, AccountTexts> = { en, de, ar };
