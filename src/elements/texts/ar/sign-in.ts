import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('ar');
const tries = (left: number) =>
  n(left, { zero: 'لا محاولات متبقية.', one: 'تبقّت محاولة واحدة.', two: 'تبقّت محاولتان.', few: 'تبقّت # محاولات.', other: 'تبقّت # محاولة.' });

/** Arabic for a returning person. */
export const texts: SignInTexts = {
  $code: 'ar', $dir: 'rtl',

  starting: 'جارٍ التحميل…',
  back: 'رجوع',
  menu: 'الهويات',
  close: 'إغلاق',
  deviceOn: (browser, platform) => `متصفح ${browser} على ${platform}`,

  pinLabel: (digits) => `رمز PIN، ${digits} أرقام`,
  keypad: 'لوحة الأرقام',
  clear: 'مسح',
  deleteDigit: 'حذف الرقم الأخير',
  entered: (count, total) => `أُدخل ${count} من ${total}`,
  empty: 'فارغ',
  pinReplaced: 'تغيّر رمز PIN في علامة تبويب أخرى.',
  incomplete: (total) => `أدخل الأرقام الـ ${total} كلها.`,
  shuffledKeys: 'أزرار مبعثرة',
  deviceKeyboard: 'لوحة مفاتيح الجهاز',
  byItself: 'تتم المتابعة تلقائيًا بعد الرقم الأخير.',

  enterPin: 'أدخل رمز PIN',
  signInAs: (userId) => `تسجيل الدخول باسم: ${userId}`,
  login: 'تسجيل الدخول',
  withPhone: 'سجّل الدخول بالهاتف',
  forgot: 'هل نسيت رمز PIN؟',
  wrongPin: (left) => (left === undefined ? 'رمز PIN غير صحيح!' : `رمز PIN غير صحيح! ${tries(left)}`),
  checking: 'جارٍ تسجيل الدخول…',
  confirmWithPin: 'التأكيد برمز PIN',
  confirmNow: 'تأكيد',
  confirmed: 'تم التأكيد',

  signedInTitle: 'تم تسجيل دخولك',
  signedInAs: 'باسم {userId}',
  signOut: 'تسجيل الخروج',

  revokedTitle: 'تم إلغاء M‑Pin الخاص بك',
  revokedText: (count) => `${n(count, { one: 'أدخلت رمزًا غير صحيح مرة واحدة.', two: 'أدخلت رمزًا غير صحيح مرتين.', few: 'أدخلت رمزًا غير صحيح # مرات.', other: 'أدخلت رمزًا غير صحيح # مرة.' })} لم يعد بإمكان {userId} تسجيل الدخول على هذا الجهاز.`,
  registerNew: 'تسجيل هوية جديدة',
  backToList: 'العودة إلى قائمة الهويات',

  tryAgain: 'حاول مرة أخرى',
  tryAgainIn: (time) => `حاول مرة أخرى بعد ${time}`,
  sendNew: 'إرسال رسالة جديدة',
  registerAgain: 'التسجيل من جديد',
  setUpAgain: 'الإعداد من جديد',
  support: (code) => `رمز الدعم: ${code}`,

  troubles: {
    offline: ['لا يوجد اتصال', 'لا يمكننا الوصول إلى الخدمة. تحقق من اتصالك؛ سنتابع فور عودته.'],
    server: ['في الخدمة مشكلة', 'ليس الخطأ منك، ولم يُفقد شيء. حاول بعد قليل.'],
    'rate-limited': ['محاولات كثيرة', 'لأمانك هناك استراحة قصيرة، ثم يمكنك المتابعة.'],
    'session-expired': ['استغرق ذلك وقتًا طويلًا', 'بقي تسجيل الدخول مفتوحًا مدة طويلة. لم تُحسب عليك أي محاولة.'],
    unexpected: ['حدث خطأ ما', 'لم يكن ينبغي أن يحدث هذا. حاول مرة أخرى، وأبلغ صاحب الموقع إن استمر.'],
  },
};
