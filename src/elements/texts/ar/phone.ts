import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ar');

/** Arabic for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'تسجيل الدخول بهاتفك',
  qrHint: 'امسح الرمز ضوئيًا بهاتفك.',
  numberHint: 'امسح الرمز ضوئيًا، أو أدخل الرقم في هاتفك.',
  numberHintAt: 'امسح الرمز ضوئيًا، أو افتح {address} على هاتفك وأدخل الرقم.',
  accessNumber: (digits) => `رقم الدخول ${digits}`,
  qrLabel: 'رمز QR للطلب نفسه',
  secondsLeft: (count) => `المتبقي ${inSeconds(count)}`,
  numberShown: (digits, count) => `رقم الدخول ${digits}. مدة صلاحيته ${inSeconds(count)}.`,
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
