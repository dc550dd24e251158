import type { MailTexts } from '../catalogue.ts';

/** The mails in Arabic. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `أكّد بريدك الإلكتروني لدى ${project}`,
    intro: (project) => `يريد شخص ما، نأمل أنه أنت، تسجيل الدخول إلى ${project} بهذا البريد الإلكتروني.`,
    action: 'المراجعة والتأكيد',
    caution: 'لا تؤكّد إلا ما بدأته بنفسك.',
  },
  confirmCode: {
    subject: (project) => `رمزك لدى ${project}`,
    intro: (project) => `يريد شخص ما، نأمل أنه أنت، تسجيل الدخول إلى ${project} بهذا البريد الإلكتروني.`,
    instruction: (code) => `اكتب الرمز التالي لتسجيل جهازك: ${code}`,
    caution: 'اكتبه فقط حيث طلبته، ولا تخبر به أحدًا، ولا حتى نحن.',
  },
  newDevice: {
    subject: (project) => `جهاز جديد يمكنه تسجيل الدخول إلى ${project}`,
    intro: (project) => `تم للتو إعداد جهاز لتسجيل الدخول إلى ${project} باسمك.`,
    action: 'لم أكن أنا',
    caution: 'إن كنت أنت، فلا يلزمك فعل شيء.',
  },
  quickCode: {
    subject: (project) => `استُخدم رمز QuickCode لدى ${project}`,
    intro: (project) => `تم للتو إعداد جهاز لتسجيل الدخول إلى ${project} باسمك برمز QuickCode من جهاز آخر لك.`,
    action: 'لم أكن أنا',
    caution: 'إن كنت أنت، فلا يلزمك فعل شيء. وإن لم تكن، فقد حصل أحد على جهازك أو على رمزه.',
  },
  pinReset: {
    subject: (project) => `عُيّن رقمك السري لدى ${project} من جديد`,
    intro: (project) => `عُيّن للتو رقم سري جديد لدى ${project} على أحد أجهزتك.`,
    action: 'لم أكن أنا',
    caution: 'إن كنت أنت، فلا يلزمك فعل شيء. وإن لم تكن، فلدى أحد جهازك ويستطيع قراءة بريدك.',
  },
  locked: {
    subject: (project) => `تم قفل جهاز لدى ${project}`,
    intro: (project) => `أُدخل الرقم السري خطأً مرات كثيرة، ولم يعد هذا الجهاز قادرًا على تسجيل الدخول إلى ${project}.`,
    action: 'لم أكن أنا',
    caution: 'إن كنت أنت، فأعد إعداد الجهاز من صفحة تسجيل الدخول. وإلا فقد حاول شخص آخر ولم ينجح.',
  },
  invitation: {
    subject: (project) => `أنت مدعو لإدارة ${project}`,
    intro: (project, by) => `يدعوك ${by} لإدارة ${project} في لوحة M-Pin. تسجّل الدخول إليها بهذا البريد الإلكتروني وبرقم سري تختاره.`,
    action: 'فتح الدعوة',
    until: (moment) => `صالحة حتى: ${moment}`,
    caution: 'يعمل الرابط مرة واحدة ولهذا العنوان وحده. إن لم تكن تتوقعه فتجاهل هذه الرسالة.',
  },
  device: (name) => `الجهاز: ${name}`,
  when: (moment) => `الوقت: ${moment}`,
  validFor: (duration) => `مدة الصلاحية: ${duration}`,
  ignore: 'إن لم تطلب ذلك فتجاهل هذه الرسالة، ولن يحدث شيء.',
};
