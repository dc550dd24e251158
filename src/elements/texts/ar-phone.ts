import type { PhoneTexts } from './phone-texts.ts';
import { plural } from './texts.ts';

const n = plural('ar');
const seconds = (count: number) => n(count, { zero: '# ثانية', one: 'ثانية واحدة', two: 'ثانيتان', few: '# ثوانٍ', many: '# ثانية', other: '# ثانية' });

/** Arabic for signing in by phone. */
export const arPhone: PhoneTexts = {
  phoneTitle: 'تسجيل الدخول بهاتفك',
  phoneHint: 'امسح الرمز ضوئيًا، أو أدخل الرقم في هاتفك.',
  accessNumber: (digits) => `رقم الدخول ${digits}`,
  qrLabel: 'رمز QR للطلب نفسه',
  secondsLeft: (count) => `المتبقي ${seconds(count)}`,
  numberShown: (digits, count) => `رقم الدخول ${digits}. مدة صلاحيته ${seconds(count)}.`,
  numberRenewed: (digits) => `رقم دخول جديد ${digits}.`,
  numberExpired: 'انتهت صلاحية رقم الدخول.',
  newNumber: 'رقم جديد',
  copyNumber: 'نسخ الرقم',
  copied: 'تم النسخ',
  scanned: 'تم مسح الرمز. في انتظار المصادقة…',
  authenticating: 'تجري المصادقة…',
  declined: 'رُفض تسجيل الدخول على الهاتف.',
  paused: 'لم يستخدم أحد هذه الصفحة منذ مدة. اعرض رقمًا جديدًا للمتابعة.',
  phoneSignedInAs: 'تم تسجيل الدخول باسم {userId}',
  notYou: 'ليس أنت؟',
  signedOutThere: 'تم تسجيل خروجك من الهاتف.',
};
