import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('ar');
const tries = (left: number) =>
  n(left, { zero: 'لا محاولات متبقية.', one: 'تبقّت محاولة واحدة.', two: 'تبقّت محاولتان.', few: 'تبقّت # محاولات.', other: 'تبقّت # محاولة.' });

/** Arabic for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'اختر طريقة تسجيل الدخول',
  browserWay: 'تسجيل الدخول بالمتصفح',
  browserHint: 'برمز PIN على هذا الجهاز',
  phoneWay: 'تسجيل الدخول بالهاتف',
  phoneHint: 'لا يبقى شيء على هذا الحاسوب',
  setupPhone: 'إعداد هاتفك',

  addTitle: 'إضافة هوية',
  email: 'البريد الإلكتروني',
  userId: 'معرّف المستخدم',
  deviceName: 'اسم الجهاز',
  emailMissing: 'أدخل عنوان بريدك الإلكتروني.',
  emailInvalid: 'هذا العنوان غير مكتمل.',
  userIdMissing: 'املأ هذا الحقل.',
  userIdInvalid: 'هذا غير معروف هنا. تحقق من الكتابة.',
  deviceMissing: 'أعطِ هذا الجهاز اسمًا.',
  deviceInvalid: 'استخدم الحروف والأرقام والمسافات.',
  tooLong: (most) => `طويل جدًا. الحد الأقصى لعدد الأحرف: ${most}.`,
  setupMpin: 'إعداد M‑Pin',
  haveQuickCode: 'لديّ رمز QuickCode',

  confirmTitle: 'تفقّد بريدك الإلكتروني',
  mailSent: 'أرسلنا إليك رسالة على: {userId}.',
  openAnywhere: 'افتح الرابط الذي فيها على أي جهاز.',
  openAndChoose: 'افتحها على أي جهاز. إذا طلبت رقمًا فاختر:',
  openHere: 'افتح الرابط الذي فيها في هذا المتصفح.',
  matchNumber: (digits) => `رقمك هو ${digits}.`,
  typeCode: (digits) => `أدخل الأرقام الـ ${digits} الموجودة فيها.`,
  codeLabel: 'الرمز من الرسالة',
  waiting: 'في انتظار تأكيدك…',
  notYet: 'لم يتم التأكيد بعد. افتح أولًا الرابط في الرسالة.',
  sentAgain: 'أرسلنا الرسالة مرة أخرى.',
  waitOffline: 'انقطع الاتصال. سنواصل المحاولة.',
  codeWrong: (left) => (left === undefined ? 'رمز غير صحيح.' : `رمز غير صحيح. ${tries(left)}`),
  iConfirmed: 'لقد أكدت بريدي',
  confirmCode: 'تأكيد',
  resend: 'إعادة إرسال رسالة التأكيد',
  resendIn: (time) => `إعادة الإرسال بعد ${time}`,
  changeAddress: 'تغيير العنوان',
  toIdentities: 'الذهاب إلى قائمة الهويات',

  chooseTitle: 'اختر رمز PIN',
  againTitle: 'كرّر رمز PIN',
  advice: 'لا تدع أحدًا يراه، ولا تكتبه.',
  againHint: 'الرمز نفسه مرة أخرى.',
  setup: 'إعداد',
  easyPin: 'سهل التخمين! اختر غيره، أو كرره للاحتفاظ به.',
  easyPinRefused: 'سهل التخمين! اختر رمزًا آخر.',
  differentPin: 'الرمزان مختلفان. ابدأ من جديد.',
  settingUp: 'جارٍ الإعداد…',

  congratulations: 'تهانينا!',
  canSignIn: 'يمكن الآن لـ {userId} تسجيل الدخول برمز PIN على هذا الجهاز.',
  signInNow: 'سجّل الدخول الآن',
};
