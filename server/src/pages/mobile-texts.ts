import type { Language } from '../text/languages.ts';

/** The texts of the phone site, in one language. `{service}` stands for the project's name. */
export interface MobileTexts {
  title(service: string): string;
  /** Under the icon on a home screen: short. */
  shortName: string;
  needsScript: string;
  installTitle: string;
  installBody: string;
  install: string;
  /** For iOS, where no page can offer it: what to do, in order. */
  installSteps: readonly [share: string, add: string, open: string];
  /** Why it comes first there. */
  installFirst: string;
  installLater: string;
  installed: string;
  pushTitle: string;
  pushBody: string;
  push: string;
  pushOn: string;
  pushRefused: string;
  pushFailed: string;
  /** Title and text of a notification. */
  asks: string;
  asksBody: string;
  unknownTitle: string;
  unknownBody: string;
  offlineTitle: string;
  offlineBody: string;
  tryAgain: string;
}

export const mobileCatalogue: Record<Language, MobileTexts> = {
  en: {
    title: (service) => `Sign in to ${service} with this phone`,
    shortName: 'M-Pin',
    needsScript: 'Signing in needs JavaScript. Switch it on for this page, then load it again.',
    installTitle: 'Add to home screen',
    installBody: 'Then it opens like an app, with one tap.',
    install: 'Add to home screen',
    installSteps: ['Tap the Share button of your browser.', 'Choose “Add to Home Screen”.', 'Open it from there and set up your M-Pin.'],
    installFirst: 'Do this before you set up: what stands on the home screen does not see identities of the browser.',
    installLater: 'Go on in the browser',
    installed: 'It is on your home screen now.',
    pushTitle: 'Be told when a sign in waits',
    pushBody: 'A notification then opens the request at once.',
    push: 'Switch notifications on',
    pushOn: 'Notifications are on.',
    pushRefused: 'Notifications are blocked for this page. Your browser’s settings can allow them.',
    pushFailed: 'Notifications could not be switched on. Try again later.',
    asks: '{service} asks you to sign in',
    asksBody: 'Tap to see who asks.',
    unknownTitle: 'Which service is it for?',
    unknownBody: 'This address serves several. Scan the QR code that the service shows you, or open its link.',
    offlineTitle: 'You are offline',
    offlineBody: 'Signing in needs a connection. Check it, then try again.',
    tryAgain: 'Try again',
  },
  de: {
    title: (service) => `Mit diesem Handy bei ${service} anmelden`,
    shortName: 'M-Pin',
    needsScript: 'Zum Anmelden wird JavaScript gebraucht. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
    installTitle: 'Zum Startbildschirm hinzufügen',
    installBody: 'Dann öffnet es sich wie eine App, mit einem Tippen.',
    install: 'Zum Startbildschirm hinzufügen',
    installSteps: ['Tippen Sie in Ihrem Browser auf „Teilen“.', 'Wählen Sie „Zum Home-Bildschirm“.', 'Öffnen Sie es von dort und richten Sie Ihre M-Pin ein.'],
    installFirst: 'Tun Sie das vor dem Einrichten: Was auf dem Startbildschirm liegt, sieht die Identitäten des Browsers nicht.',
    installLater: 'Im Browser weitermachen',
    installed: 'Es liegt jetzt auf Ihrem Startbildschirm.',
    pushTitle: 'Erfahren, wenn eine Anmeldung wartet',
    pushBody: 'Eine Mitteilung öffnet dann gleich die Anfrage.',
    push: 'Mitteilungen einschalten',
    pushOn: 'Mitteilungen sind eingeschaltet.',
    pushRefused: 'Mitteilungen sind für diese Seite gesperrt. In den Einstellungen des Browsers können Sie sie erlauben.',
    pushFailed: 'Die Mitteilungen konnten nicht eingeschaltet werden. Versuchen Sie es später noch einmal.',
    asks: '{service} bittet Sie, sich anzumelden',
    asksBody: 'Tippen Sie, um zu sehen, wer fragt.',
    unknownTitle: 'Für welchen Dienst?',
    unknownBody: 'Unter dieser Adresse gibt es mehrere. Scannen Sie den QR-Code, den der Dienst Ihnen zeigt, oder öffnen Sie seinen Link.',
    offlineTitle: 'Sie sind offline',
    offlineBody: 'Zum Anmelden wird eine Verbindung gebraucht. Prüfen Sie sie und versuchen Sie es noch einmal.',
    tryAgain: 'Noch einmal versuchen',
  },
  ar: {
    title: (service) => `تسجيل الدخول إلى ${service} بهذا الهاتف`,
    shortName: 'M-Pin',
    needsScript: 'يتطلب تسجيل الدخول JavaScript. شغّله لهذه الصفحة ثم أعد تحميلها.',
    installTitle: 'إضافة إلى الشاشة الرئيسية',
    installBody: 'عندها يُفتح كتطبيق بلمسة واحدة.',
    install: 'إضافة إلى الشاشة الرئيسية',
    installSteps: ['المس زر المشاركة في متصفحك.', 'اختر «إضافة إلى الشاشة الرئيسية».', 'افتحه من هناك وأعدّ M-Pin.'],
    installFirst: 'افعل ذلك قبل الإعداد: ما على الشاشة الرئيسية لا يرى هويات المتصفح.',
    installLater: 'المتابعة في المتصفح',
    installed: 'أصبح الآن على شاشتك الرئيسية.',
    pushTitle: 'معرفة متى ينتظرك تسجيل دخول',
    pushBody: 'عندها يفتح الإشعار الطلب فورًا.',
    push: 'تشغيل الإشعارات',
    pushOn: 'الإشعارات مشغّلة.',
    pushRefused: 'الإشعارات محظورة لهذه الصفحة. يمكنك السماح بها في إعدادات المتصفح.',
    pushFailed: 'تعذّر تشغيل الإشعارات. حاول مرة أخرى لاحقًا.',
    asks: '{service} يطلب منك تسجيل الدخول',
    asksBody: 'المس لترى من يطلب.',
    unknownTitle: 'لأي خدمة؟',
    unknownBody: 'هذا العنوان يخدم عدة خدمات. امسح رمز QR الذي تعرضه عليك الخدمة أو افتح رابطها.',
    offlineTitle: 'أنت غير متصل',
    offlineBody: 'يتطلب تسجيل الدخول اتصالًا. تحقق منه ثم حاول مرة أخرى.',
    tryAgain: 'حاول مرة أخرى',
  },
};
