import type { Language } from '../text/languages.ts';

/** How a page of the OpenID provider ends that asks nothing any more (docs/protocol.md 11.2). */
export type ConnectMessage =
  | 'unknown-application' | 'wrong-address' | 'bad-request' | 'failed' | 'log-in-over' | 'activation-refused' | 'not-approved' | 'refused' | 'signed-out' | 'still-signed-in' | 'going-on';

/** What an application may be allowed to see, by its scope. */
export type ConsentScope = 'openid' | 'email' | 'profile' | 'dvs' | 'mpin_id' | 'hash_mpin_id' | 'offline_access';

/** The texts of the pages that applications send people to, in one language. `{application}` stands for the application's name. */
export interface ConnectTexts {
  signInTo: string;
  cancel: string;
  needsScript: string;
  backTo: string;
  consentTitle: string;
  consentIntro: string;
  consentScopes: Record<ConsentScope, string>;
  consentOnce: string;
  allow: string;
  deny: string;
  signedInAs: string;
  unverified: string;
  logoutTitle: string;
  logoutBody: string;
  logoutBodyAll: string;
  logoutYes: string;
  logoutNo: string;
  goOn: string;
  support: string;
  messages: Record<ConnectMessage, { title: string; body: string }>;
}

const en: ConnectTexts = {
  signInTo: 'Sign in to {application}',
  cancel: 'Cancel and go back to {application}',
  needsScript: 'Signing in needs JavaScript. Switch it on for this page, then load it again.',
  backTo: 'Back to {application}',
  consentTitle: '{application} wants to know who you are',
  consentIntro: 'If you allow it, {application} may see:',
  consentScopes: {
    openid: 'your user ID', email: 'your email address', profile: 'the name that you sign in with', dvs: 'the public keys of your devices, to check your signatures',
    mpin_id: 'the ID of the M-Pin identity on this device', hash_mpin_id: 'a fingerprint of the M-Pin identity on this device', offline_access: 'all of this later too, while you are away',
  },
  consentOnce: 'You are asked once. You can take it back at any time in your account. Your PIN is never passed on.',
  allow: 'Allow',
  deny: 'Do not allow',
  signedInAs: 'You are signed in as',
  unverified: 'Somebody registered this application themselves. Go on only if you came from there and trust it.',
  logoutTitle: 'Sign out?',
  logoutBody: '{application} asks to sign you out here. That signs you out of every application that you opened from this browser.',
  logoutBodyAll: 'This signs you out of every application that you opened from this browser.',
  logoutYes: 'Yes, sign me out',
  logoutNo: 'No, stay signed in',
  goOn: 'Go on',
  support: 'Code for support',
  messages: {
    'unknown-application': { title: 'This application is not known here', body: 'The link that brought you here names an application that was removed or never existed. Go back and tell the people who run it.' },
    'wrong-address': { title: 'This link cannot be trusted', body: 'It would send you to an address that the application never registered. Nothing was passed on. Open the application again from the place you know.' },
    'bad-request': { title: 'The application made a mistake', body: 'It asked for a sign-in in a way that we cannot answer. Go back, try once more, and tell the people who run it if it happens again.' },
    failed: { title: 'Something went wrong', body: 'It is our fault, and nothing was lost. Go back to the application and try again in a minute.' },
    'log-in-over': { title: 'This sign-in is over', body: 'It was finished or cancelled, or it waited too long. Go back to the application and sign in from there.' },
    'activation-refused': { title: 'This registration is no longer valid', body: 'It was used, is too old, or is for somebody else. Nothing was set up. Go back to {application} and begin again.' },
    'not-approved': { title: '{application} is not open to others yet', body: 'Only the person who registered it can use it until an administrator has looked at it.' },
    refused: { title: 'Access refused by {application}', body: 'You proved who you are, but {application} does not let you in. Your identity stays as it is. Ask the people who run {application}.' },
    'signed-out': { title: 'You are signed out', body: 'You can close this page.' },
    'still-signed-in': { title: 'You stay signed in', body: 'Nothing else was ended. You can close this page.' },
    'going-on': { title: 'One moment', body: 'You are on your way back to {application}.' },
  },
};

const de: ConnectTexts = {
  signInTo: 'Anmelden bei {application}',
  cancel: 'Abbrechen und zurück zu {application}',
  needsScript: 'Die Anmeldung braucht JavaScript. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
  backTo: 'Zurück zu {application}',
  consentTitle: '{application} möchte wissen, wer Sie sind',
  consentIntro: 'Wenn Sie es erlauben, darf {application} sehen:',
  consentScopes: {
    openid: 'Ihre Benutzerkennung', email: 'Ihre E-Mail-Adresse', profile: 'den Namen, mit dem Sie sich anmelden', dvs: 'die öffentlichen Schlüssel Ihrer Geräte, um Unterschriften zu prüfen',
    mpin_id: 'die Kennung der M-Pin-Identität auf diesem Gerät', hash_mpin_id: 'einen Fingerabdruck der M-Pin-Identität auf diesem Gerät', offline_access: 'all das auch später, während Sie nicht da sind',
  },
  consentOnce: 'Sie werden nur einmal gefragt und können es jederzeit in Ihrem Konto zurücknehmen. Ihre PIN wird nie weitergegeben.',
  allow: 'Erlauben',
  deny: 'Nicht erlauben',
  signedInAs: 'Sie sind angemeldet als',
  unverified: 'Diese Anwendung hat jemand selbst eingetragen. Fahren Sie nur fort, wenn Sie von dort kommen und ihr vertrauen.',
  logoutTitle: 'Abmelden?',
  logoutBody: '{application} möchte Sie hier abmelden. Damit sind Sie bei allen Anwendungen abgemeldet, die Sie in diesem Browser geöffnet haben.',
  logoutBodyAll: 'Damit sind Sie bei allen Anwendungen abgemeldet, die Sie in diesem Browser geöffnet haben.',
  logoutYes: 'Ja, abmelden',
  logoutNo: 'Nein, angemeldet bleiben',
  goOn: 'Weiter',
  support: 'Code für die Hilfe',
  messages: {
    'unknown-application': { title: 'Diese Anwendung ist hier nicht bekannt', body: 'Der Link nennt eine Anwendung, die entfernt wurde oder nie bestand. Gehen Sie zurück und melden Sie es ihren Betreibern.' },
    'wrong-address': { title: 'Diesem Link ist nicht zu trauen', body: 'Er würde Sie zu einer Adresse schicken, die die Anwendung nie eingetragen hat. Es wurde nichts weitergegeben. Öffnen Sie die Anwendung neu von dort, wo Sie sie kennen.' },
    'bad-request': { title: 'Die Anwendung hat einen Fehler gemacht', body: 'Sie hat die Anmeldung auf eine Weise verlangt, die wir nicht beantworten können. Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es ihren Betreibern.' },
    failed: { title: 'Etwas ist schiefgegangen', body: 'Der Fehler liegt bei uns, und nichts ist verloren. Gehen Sie zur Anwendung zurück und versuchen Sie es in einer Minute erneut.' },
    'log-in-over': { title: 'Diese Anmeldung ist vorbei', body: 'Sie wurde beendet oder abgebrochen, oder sie hat zu lange gewartet. Gehen Sie zur Anwendung zurück und melden Sie sich von dort an.' },
    'activation-refused': { title: 'Diese Registrierung ist nicht mehr gültig', body: 'Sie wurde benutzt, ist zu alt oder gilt für jemand anderen. Es wurde nichts eingerichtet. Gehen Sie zurück zu {application} und beginnen Sie neu.' },
    'not-approved': { title: '{application} ist für andere noch nicht offen', body: 'Bis jemand von der Verwaltung sie geprüft hat, kann nur die Person sie nutzen, die sie eingetragen hat.' },
    refused: { title: 'Zugang von {application} verweigert', body: 'Sie haben bewiesen, wer Sie sind, doch {application} lässt Sie nicht ein. Ihre Identität bleibt, wie sie ist. Fragen Sie die Betreiber von {application}.' },
    'signed-out': { title: 'Sie sind abgemeldet', body: 'Sie können diese Seite schließen.' },
    'still-signed-in': { title: 'Sie bleiben angemeldet', body: 'Sonst wurde nichts beendet. Sie können diese Seite schließen.' },
    'going-on': { title: 'Einen Augenblick', body: 'Sie sind auf dem Weg zurück zu {application}.' },
  },
};

const ar: ConnectTexts = {
  signInTo: 'تسجيل الدخول إلى {application}',
  cancel: 'إلغاء والعودة إلى {application}',
  needsScript: 'يحتاج تسجيل الدخول إلى JavaScript. فعّله لهذه الصفحة ثم أعد تحميلها.',
  backTo: 'العودة إلى {application}',
  consentTitle: 'يريد {application} أن يعرف من أنت',
  consentIntro: 'إذا سمحت بذلك فسيرى {application}:',
  consentScopes: {
    openid: 'معرّف المستخدم الخاص بك', email: 'بريدك الإلكتروني', profile: 'الاسم الذي تسجّل الدخول به', dvs: 'المفاتيح العامة لأجهزتك للتحقق من توقيعاتك',
    mpin_id: 'معرّف هوية M-Pin على هذا الجهاز', hash_mpin_id: 'بصمة هوية M-Pin على هذا الجهاز', offline_access: 'كل ذلك لاحقًا أيضًا في غيابك',
  },
  consentOnce: 'نسألك مرة واحدة، ويمكنك سحب الإذن في أي وقت من حسابك. لا يُسلَّم رقمك السري لأحد أبدًا.',
  allow: 'السماح',
  deny: 'عدم السماح',
  signedInAs: 'سجّلت الدخول باسم',
  unverified: 'سجّل شخص ما هذا التطبيق بنفسه. تابع فقط إن كنت قادمًا منه وتثق به.',
  logoutTitle: 'هل تريد تسجيل الخروج؟',
  logoutBody: 'يطلب {application} تسجيل خروجك هنا. سيُنهي ذلك دخولك إلى كل تطبيق فتحته من هذا المتصفح.',
  logoutBodyAll: 'سيُنهي ذلك دخولك إلى كل تطبيق فتحته من هذا المتصفح.',
  logoutYes: 'نعم، سجّل خروجي',
  logoutNo: 'لا، أبقني مسجلًا',
  goOn: 'متابعة',
  support: 'رمز الدعم',
  messages: {
    'unknown-application': { title: 'هذا التطبيق غير معروف هنا', body: 'يشير الرابط إلى تطبيق أُزيل أو لم يوجد قط. عد وأخبر القائمين عليه.' },
    'wrong-address': { title: 'لا يمكن الوثوق بهذا الرابط', body: 'كان سيرسلك إلى عنوان لم يسجله التطبيق. لم يُسلَّم أي شيء. افتح التطبيق مجددًا من المكان الذي تعرفه.' },
    'bad-request': { title: 'أخطأ التطبيق', body: 'طلب تسجيل الدخول بطريقة لا نستطيع الرد عليها. حاول مرة أخرى، وأخبر القائمين عليه إن تكرر ذلك.' },
    failed: { title: 'حدث خطأ ما', body: 'الخطأ من عندنا ولم يُفقد شيء. عد إلى التطبيق وحاول بعد دقيقة.' },
    'log-in-over': { title: 'انتهى تسجيل الدخول هذا', body: 'اكتمل أو أُلغي أو طال انتظاره. عد إلى التطبيق وسجّل الدخول من هناك.' },
    'activation-refused': { title: 'لم يعد هذا التسجيل صالحًا', body: 'استُخدم أو انتهت مدته أو هو لشخص آخر. لم يُعدّ أي شيء. عد إلى {application} وابدأ من جديد.' },
    'not-approved': { title: '{application} غير متاح للآخرين بعد', body: 'لا يستطيع استخدامه إلا من سجّله حتى يراجعه أحد المشرفين.' },
    refused: { title: 'رفض {application} الدخول', body: 'أثبتّ هويتك، لكن {application} لا يسمح لك بالدخول. تبقى هويتك كما هي. اسأل القائمين على {application}.' },
    'signed-out': { title: 'تم تسجيل خروجك', body: 'يمكنك إغلاق هذه الصفحة.' },
    'still-signed-in': { title: 'ما زلت مسجّل الدخول', body: 'لم يُنهَ شيء آخر. يمكنك إغلاق هذه الصفحة.' },
    'going-on': { title: 'لحظة واحدة', body: 'أنت في طريق العودة إلى {application}.' },
  },
};

export const connectCatalogue: Record<Language, ConnectTexts> = { en, de, ar };

/** A text with the application's name in it; isolates keep the name from turning the sentence around it. */
export function withApplication(text: string, application: string): string {
  return text.replaceAll('{application}', `\u2068${application}\u2069`);
}
