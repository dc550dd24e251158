import type { Language } from '../text/languages.ts';

export type MessageKind = 'device-removed' | 'devices-removed' | 'device-inactive' | 'objection-expired' | 'confirmed' | 'cancelled' | 'wrong-number' | 'expired' | 'continue-in-app' | 'rate-limited' | 'error';

/** The texts of the pages in one language. */
export interface PageTexts {
  confirmTitle: string;
  confirmIntro: string;
  who: string;
  device: string;
  when: string;
  where: string;
  unknown: string;
  hasDevices: string;
  otherNetwork: string;
  numberQuestion: string;
  numberMissing: string;
  confirm: string;
  cancel: string;
  confirmCaution: string;
  objectionTitle: string;
  objectionIntro: string;
  setUpAt: string;
  setUpFrom: string;
  objection: string;
  objectionCaution: string;
  lockOutTitle: string;
  lockOutIntro: string;
  lockOutAdvice: string;
  lockedAt: string;
  lockOut: string;
  messages: Record<MessageKind, { title: string; body: string }>;
}

const en: PageTexts = {
  confirmTitle: 'Set up this device?',
  confirmIntro: 'Somebody wants to sign in from a new device with this email address.',
  who: 'Email address',
  device: 'Device',
  when: 'Asked at',
  where: 'Asked from',
  unknown: 'Unknown',
  hasDevices: 'You already have a device here. Go on only if you are adding another one now.',
  otherNetwork: 'The request came from another network than the one you are on.',
  numberQuestion: 'Which number does the sign-in page show?',
  numberMissing: 'Choose the number first.',
  confirm: 'Confirm and activate',
  cancel: 'Cancel',
  confirmCaution: 'If you did not ask for this, choose Cancel.',
  objectionTitle: 'Remove this device?',
  objectionIntro: 'This device was set up to sign in as you. Removing it takes effect at once and cannot be undone.',
  setUpAt: 'Set up at',
  setUpFrom: 'Set up from',
  objection: 'This was not me: remove it',
  objectionCaution: 'If it was you, close this page: nothing changes.',
  lockOutTitle: 'Who entered the wrong PINs?',
  lockOutIntro: 'Wrong PINs locked this device. Nobody got in with it, and nobody can any more.',
  lockOutAdvice: 'If somebody else has your device, or what it keeps, you can remove all devices that could sign in as you then. Each can be set up anew by email.',
  lockedAt: 'Locked at',
  lockOut: 'This was not me: remove all my devices',
  messages: {
    'device-removed': { title: 'The device was removed', body: 'It can no longer sign in as you. Somebody may be able to read your email: change its password.' },
    'devices-removed': { title: 'Your devices were removed', body: 'None of them can sign in as you. Set up the ones that you have in your hands again where you sign in.' },
    'device-inactive': { title: 'This device can no longer sign in', body: 'It was locked, or has been replaced. There is nothing to do.' },
    'objection-expired': { title: 'This link is no longer valid', body: 'If a device that is not yours can sign in as you, tell the people who run this service.' },
    confirmed: { title: 'Email confirmed', body: 'Go back to the sign-in page: it goes on by itself. You can close this one.' },
    cancelled: { title: 'Request refused', body: 'Nothing was set up. You can close this page.' },
    'wrong-number': { title: 'That was another number', body: 'The request was refused, to be safe. If it was yours, ask for a new email on the sign-in page.' },
    expired: { title: 'This link is no longer valid', body: 'It was used, refused, or is too old. Ask for a new email on the sign-in page.' },
    'continue-in-app': { title: 'Go on where you started', body: 'Open the app or page that asked for this email. It can use this confirmation.' },
    'rate-limited': { title: 'Too many tries', body: 'Wait a minute, then open the link again.' },
    error: { title: 'Something went wrong', body: 'It is our fault, and nothing was lost. Open the link again in a minute.' },
  },
};

const de: PageTexts = {
  confirmTitle: 'Dieses Gerät einrichten?',
  confirmIntro: 'Jemand möchte sich mit dieser E-Mail-Adresse von einem neuen Gerät anmelden.',
  who: 'E-Mail-Adresse',
  device: 'Gerät',
  when: 'Angefragt am',
  where: 'Angefragt von',
  unknown: 'Unbekannt',
  hasDevices: 'Sie haben hier schon ein Gerät. Fahren Sie nur fort, wenn Sie gerade ein weiteres hinzufügen.',
  otherNetwork: 'Die Anfrage kam aus einem anderen Netz als dem, in dem Sie gerade sind.',
  numberQuestion: 'Welche Zahl zeigt die Anmeldeseite?',
  numberMissing: 'Wählen Sie zuerst die Zahl.',
  confirm: 'Bestätigen und aktivieren',
  cancel: 'Abbrechen',
  confirmCaution: 'Haben Sie das nicht angefordert, wählen Sie „Abbrechen“.',
  objectionTitle: 'Dieses Gerät entfernen?',
  objectionIntro: 'Dieses Gerät kann sich als Sie anmelden. Das Entfernen gilt sofort und lässt sich nicht rückgängig machen.',
  setUpAt: 'Eingerichtet am',
  setUpFrom: 'Eingerichtet von',
  objection: 'Das war ich nicht: entfernen',
  objectionCaution: 'Waren Sie es, schließen Sie diese Seite: Es ändert sich nichts.',
  lockOutTitle: 'Wer hat die falschen PINs eingegeben?',
  lockOutIntro: 'Falsche PINs haben dieses Gerät gesperrt. Niemand kam damit hinein, und niemand kann es noch.',
  lockOutAdvice: 'Hat jemand anderes Ihr Gerät oder was es bewahrt, können Sie alle Geräte entfernen, die sich damals als Sie anmelden konnten. Jedes lässt sich per E-Mail neu einrichten.',
  lockedAt: 'Gesperrt am',
  lockOut: 'Das war ich nicht: alle meine Geräte entfernen',
  messages: {
    'device-removed': { title: 'Das Gerät wurde entfernt', body: 'Es kann sich nicht mehr als Sie anmelden. Vielleicht kann jemand Ihre E-Mails lesen: Ändern Sie deren Passwort.' },
    'devices-removed': { title: 'Ihre Geräte wurden entfernt', body: 'Keines kann sich mehr als Sie anmelden. Richten Sie die, die Sie in der Hand haben, bei der Anmeldung neu ein.' },
    'device-inactive': { title: 'Dieses Gerät kann sich nicht mehr anmelden', body: 'Es wurde gesperrt oder ersetzt. Sie brauchen nichts zu tun.' },
    'objection-expired': { title: 'Dieser Link ist nicht mehr gültig', body: 'Kann sich ein fremdes Gerät als Sie anmelden, melden Sie es den Betreibern dieses Dienstes.' },
    confirmed: { title: 'E-Mail-Adresse bestätigt', body: 'Zurück zur Anmeldeseite: Dort geht es von selbst weiter. Diese Seite können Sie schließen.' },
    cancelled: { title: 'Anfrage abgelehnt', body: 'Es wurde nichts eingerichtet. Diese Seite können Sie schließen.' },
    'wrong-number': { title: 'Das war eine andere Zahl', body: 'Zur Sicherheit wurde die Anfrage abgelehnt. War es Ihre, fordern Sie auf der Anmeldeseite eine neue E-Mail an.' },
    expired: { title: 'Dieser Link ist nicht mehr gültig', body: 'Er wurde benutzt, abgelehnt oder ist zu alt. Fordern Sie auf der Anmeldeseite eine neue E-Mail an.' },
    'continue-in-app': { title: 'Weiter, wo Sie begonnen haben', body: 'Öffnen Sie die App oder Seite, die diese E-Mail angefordert hat. Sie kann die Bestätigung verwenden.' },
    'rate-limited': { title: 'Zu viele Versuche', body: 'Warten Sie eine Minute und öffnen Sie den Link dann erneut.' },
    error: { title: 'Etwas ist schiefgegangen', body: 'Der Fehler liegt bei uns, und nichts ist verloren. Öffnen Sie den Link in einer Minute erneut.' },
  },
};

const ar: PageTexts = {
  confirmTitle: 'هل تريد إعداد هذا الجهاز؟',
  confirmIntro: 'يريد شخص ما تسجيل الدخول من جهاز جديد بهذا البريد الإلكتروني.',
  who: 'البريد الإلكتروني',
  device: 'الجهاز',
  when: 'وقت الطلب',
  where: 'مصدر الطلب',
  unknown: 'غير معروف',
  hasDevices: 'لديك جهاز هنا بالفعل. تابع فقط إذا كنت تضيف جهازًا آخر الآن.',
  otherNetwork: 'جاء الطلب من شبكة غير الشبكة التي تستخدمها الآن.',
  numberQuestion: 'ما الرقم الذي تعرضه صفحة تسجيل الدخول؟',
  numberMissing: 'اختر الرقم أولًا.',
  confirm: 'التأكيد والتفعيل',
  cancel: 'إلغاء',
  confirmCaution: 'إن لم تطلب ذلك فاختر «إلغاء».',
  objectionTitle: 'هل تريد إزالة هذا الجهاز؟',
  objectionIntro: 'يستطيع هذا الجهاز تسجيل الدخول باسمك. تسري الإزالة فورًا ولا يمكن التراجع عنها.',
  setUpAt: 'وقت الإعداد',
  setUpFrom: 'مصدر الإعداد',
  objection: 'لم أكن أنا: أزله',
  objectionCaution: 'إن كنت أنت، فأغلق هذه الصفحة ولن يتغير شيء.',
  lockOutTitle: 'من أدخل الأرقام السرية الخاطئة؟',
  lockOutIntro: 'قُفل هذا الجهاز بأرقام سرية خاطئة. لم يدخل أحد به، ولم يعد أحد يستطيع ذلك.',
  lockOutAdvice: 'إن كان جهازك أو ما يحفظه لدى شخص آخر، فيمكنك إزالة كل الأجهزة التي كانت تستطيع حينها الدخول باسمك. ويمكن إعداد كل منها من جديد بالبريد.',
  lockedAt: 'وقت القفل',
  lockOut: 'لم أكن أنا: أزل كل أجهزتي',
  messages: {
    'device-removed': { title: 'أُزيل الجهاز', body: 'لم يعد يستطيع تسجيل الدخول باسمك. ربما يستطيع أحد قراءة بريدك، فغيّر كلمة مروره.' },
    'devices-removed': { title: 'أُزيلت أجهزتك', body: 'لم يعد أي منها يستطيع الدخول باسمك. أعد إعداد ما هو في يدك منها من صفحة تسجيل الدخول.' },
    'device-inactive': { title: 'لم يعد هذا الجهاز يستطيع تسجيل الدخول', body: 'قُفل الجهاز أو استُبدل. لا يلزمك فعل شيء.' },
    'objection-expired': { title: 'لم يعد هذا الرابط صالحًا', body: 'إن كان جهاز ليس لك يستطيع الدخول باسمك، فأخبر القائمين على هذه الخدمة.' },
    confirmed: { title: 'تم تأكيد البريد الإلكتروني', body: 'عد إلى صفحة تسجيل الدخول، وستتابع تلقائيًا. يمكنك إغلاق هذه الصفحة.' },
    cancelled: { title: 'تم رفض الطلب', body: 'لم يتم إعداد أي شيء. يمكنك إغلاق هذه الصفحة.' },
    'wrong-number': { title: 'كان ذلك رقمًا آخر', body: 'رُفض الطلب احتياطًا. إن كان طلبك، فاطلب رسالة جديدة من صفحة تسجيل الدخول.' },
    expired: { title: 'لم يعد هذا الرابط صالحًا', body: 'استُخدم الرابط أو رُفض أو انتهت مدته. اطلب رسالة جديدة من صفحة تسجيل الدخول.' },
    'continue-in-app': { title: 'تابع من حيث بدأت', body: 'افتح التطبيق أو الصفحة التي طلبت هذه الرسالة، ويمكنها استخدام هذا التأكيد.' },
    'rate-limited': { title: 'محاولات كثيرة', body: 'انتظر دقيقة ثم افتح الرابط مرة أخرى.' },
    error: { title: 'حدث خطأ ما', body: 'الخطأ من عندنا ولم يُفقد شيء. افتح الرابط مرة أخرى بعد دقيقة.' },
  },
};

export const pageCatalogue: Record<Language, PageTexts> = { en, de, ar };
