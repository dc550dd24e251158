import type { PhoneScreenTexts } from '../phone-screen-texts.ts';
import { plural } from '../plural.ts';

const n = plural('ar');
const left = (tries: number | undefined) => (tries === undefined ? '' : ` ${n(tries, {
  zero: 'لم تبق محاولات (#).', one: 'بقيت محاولة واحدة (#).', two: 'بقيت محاولتان (#).', few: 'بقيت # محاولات.', many: 'بقيت # محاولة.', other: 'بقيت # محاولة.',
})}`);

/** Arabic for the phone's screens. */
export const texts: PhoneScreenTexts = {
  signInHere: 'سجّل الدخول من هنا',
  setupPhoneTitle: 'إعداد هاتفك',
  setupPhoneHint: 'امسح رمز QR هذا أو افتح هذا العنوان على هاتفك:',
  setupPhoneQr: 'رمز QR لهذا العنوان',
  setupPhoneNext: 'بعد إعداد هاتفك عُد إلى هنا.',
  signInWithPhone: 'تسجيل الدخول بالهاتف',

  optionsTitle: 'ماذا تريد أن تفعل؟',
  signInWith: 'سجّل الدخول بهذه الهوية',
  generateOtp: 'إنشاء كلمة مرور لمرة واحدة',

  accessTitle: 'أدخل رقم الدخول',
  accessHint: 'يعرضه الجهاز الآخر بجانب رمز QR.',
  accessLabel: 'رقم الدخول، 7 أرقام',
  accessInvalid: (tries) => `رقم الدخول غير صالح!${left(tries)}`,
  accessIncomplete: 'أدخل الأرقام السبعة (7) كلها.',
  next: 'التالي',
  scanQr: 'مسح رمز QR',

  requestTitle: 'هل هذا أنت؟',
  requestSigns: 'يطلب جهاز آخر توقيعك.',
  requestService: 'الخدمة',
  requestOrigin: 'الموقع',
  requestDevice: 'الجهاز',
  requestPlace: 'المكان',
  requestFor: 'لأجل',
  validFor: 'صالح لمدة',
  otherNetwork: 'الجهاز الآخر على شبكة غير شبكة هذا الهاتف. تابع فقط إذا كان أمامك.',
  requestCheck: 'تابع فقط إذا كنت ترى طلب الدخول هذا الآن على الجهاز الآخر.',
  proceed: 'متابعة',
  notMe: 'لست أنا',
  noIdentityHere: 'لم تُعدّ أي هوية هنا بعد.',
  noIdentityHint: 'هل أعددتها في متصفح آخر أو على الشاشة الرئيسية؟ افتحها هناك وأدخل رقم الدخول.',
  requestDeclined: 'تم الرفض',
  requestDeclinedHint: 'لم يسجّل أحد الدخول. ارفض كل طلب لم تقدّمه بنفسك.',

  approvedTitle: 'تم بنجاح',
  approvedText: 'سُجّل دخولك الآن باسم {userId} على الجهاز الآخر.',
  signedOutTitle: 'تم تسجيل الخروج',
  signedOutText: 'لم يعد {userId} مسجّل الدخول على الجهاز الآخر.',
  signOutFailed: 'تعذّر تسجيل الخروج. حاول مرة أخرى، أو سجّل الخروج على الجهاز الآخر.',
  done: 'تم',

  addDeviceTitle: 'إضافة جهاز',
  addDeviceHint: 'افتح هذه الصفحة على الجهاز الجديد، واختر «لديّ رمز QuickCode»، ثم أدخل عنوان بريدك الإلكتروني وهذا الرمز:',
  quickCode: (digits) => `رمز QuickCode ${digits}`,
  quickCodeExpired: 'انتهت صلاحية رمز QuickCode هذا.',
  newQuickCode: 'رمز QuickCode جديد',
  quickCodeTitle: 'أدخل رمز QuickCode',
  quickCodeEntry: 'يعرضه جهاز سبق إعداده ضمن «إضافة جهاز».',
  quickCodeLabel: 'رمز QuickCode، 6 أرقام',
  quickCodeWrong: (tries) => `رمز QuickCode غير صحيح.${left(tries)}`,
  quickCodeIncomplete: 'أدخل الأرقام الستة (6) كلها.',
};
