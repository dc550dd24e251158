import type { IdentityTexts } from '../texts.ts';

/** Arabic for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'إلغاء',

  resetTitle: 'هل نسيت رمز PIN؟',
  resetQuestion: 'هل تريد حقًا إعادة تفعيل هوية M‑Pin هذه؟',
  resetHint: 'سنرسل رسالة إلى {userId} ثم تختار رمزًا جديدًا. حتى ذلك الحين يبقى الرمز القديم صالحًا.',
  resetYes: 'نعم، أعد تفعيلها',
  resetHintUnusable: 'سنرسل رسالة إلى {userId} ثم تختار رمزًا جديدًا.',

  editTitle: 'تعديل الهوية',
  editIdentity: (userId) => `تعديل ${userId}`,
  resetPin: 'إعادة تعيين PIN',
  removeIdentity: 'إزالة الهوية',
  addDevice: 'إضافة جهاز',
  save: 'حفظ',
  removeTitle: 'إزالة الهوية',
  removeQuestion: 'هل تريد حقًا إزالة هوية M‑Pin هذه من هذا المتصفح؟',
  removeHint: 'لن يستطيع {userId} تسجيل الدخول هنا بعد ذلك. لا تتأثر الأجهزة الأخرى.',
  removeYes: 'نعم، أزلها',

  signTitle: 'ما ستوقّعه',
  signHint: 'اقرأه أولًا. رمز PIN يوقّع هذا تحديدًا.',
  fingerprint: 'البصمة (SHA-256)',
  signNext: 'المتابعة إلى التوقيع',

  listTitle: 'تغيير الهوية',
  addNew: 'إضافة هوية جديدة',
  noIdentities: 'لم تُعَدّ أي هوية في هذا المتصفح بعد.',
  removed: 'أُزيلت هوية {userId}.',
  renamed: 'تغيّر اسم جهاز {userId}.',
  lastUsed: (when) => `استُخدمت ${when}`,
  notActive: 'لم تُؤكَّد بعد',
  revoked: 'ملغاة',
  expired: 'منتهية الصلاحية',
  damaged: 'يجب إعدادها من جديد',
  revokedElsewhere: 'لم يعد بإمكان {userId} تسجيل الدخول على هذا الجهاز: أُدخل رمز PIN خطأً مرات كثيرة، أو أُلغي الوصول من مكان آخر. سجّل من جديد للمتابعة.',
};
