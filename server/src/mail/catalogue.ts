import type { Language } from '../text/languages.ts';

/** The texts of one language. Device names come in already made safe; times come in already formatted. */
export interface MailTexts {
  confirmLink: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  confirmCode: {
    subject(project: string): string;
    /** One line that ends in the code: people and programs look for it (docs/protocol.md 4.2). */
    instruction(code: string): string;
    intro(project: string): string;
    caution: string;
  };
  newDevice: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  quickCode: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  pinReset: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  locked: {
    subject(project: string): string;
    intro(project: string): string;
    action: string;
    caution: string;
  };
  invitation: {
    subject(project: string): string;
    intro(project: string, by: string): string;
    action: string;
    until(moment: string): string;
    caution: string;
  };
  device(name: string): string;
  when(moment: string): string;
  validFor(minutes: number): string;
  ignore: string;
}

const en: MailTexts = {
  confirmLink: {
    subject: (project) => `Confirm your email for ${project}`,
    intro: (project) => `Somebody, hopefully you, wants to sign in to ${project} with this email address.`,
    action: 'Review and confirm',
    caution: 'Confirm only what you started yourself.',
  },
  confirmCode: {
    subject: (project) => `Your code for ${project}`,
    intro: (project) => `Somebody, hopefully you, wants to sign in to ${project} with this email address.`,
    instruction: (code) => `Type the following code to register your device: ${code}`,
    caution: 'Type it only where you asked for it, and tell it to nobody, not even to us.',
  },
  newDevice: {
    subject: (project) => `A new device can sign in to ${project}`,
    intro: (project) => `A device was just set up to sign in to ${project} as you.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do.',
  },
  quickCode: {
    subject: (project) => `A QuickCode was used at ${project}`,
    intro: (project) => `A device was just set up to sign in to ${project} as you, with a QuickCode from another device of yours.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do. If not, somebody got hold of your device or of its QuickCode.',
  },
  pinReset: {
    subject: (project) => `Your PIN for ${project} was set anew`,
    intro: (project) => `On a device of yours a new PIN was just set for ${project}.`,
    action: 'This was not me',
    caution: 'If it was you, there is nothing to do. If not, somebody has your device and can read your email.',
  },
  locked: {
    subject: (project) => `A device was locked at ${project}`,
    intro: (project) => `The PIN was entered wrongly too many times, so this device can no longer sign in to ${project}.`,
    action: 'This was not me',
    caution: 'If it was you, set up the device again where you sign in. If not, somebody else tried: nobody got in.',
  },
  invitation: {
    subject: (project) => `You are invited to administer ${project}`,
    intro: (project, by) => `${by} invites you to administer ${project} in the M-Pin console. You sign in there with this email address and a PIN of your own.`,
    action: 'Open the invitation',
    until: (moment) => `Valid until: ${moment}`,
    caution: 'The link works once, for this address alone. If you did not expect it, ignore this mail.',
  },
  device: (name) => `Device: ${name}`,
  when: (moment) => `Time: ${moment}`,
  validFor: (minutes) => (minutes === 1 ? 'Valid for 1 minute.' : `Valid for ${minutes} minutes.`),
  ignore: 'If you did not ask for this, ignore this mail: nothing happens.',
};

const de: MailTexts = {
  confirmLink: {
    subject: (project) => `Bestätigen Sie Ihre E-Mail-Adresse für ${project}`,
    intro: (project) => `Jemand, hoffentlich Sie, möchte sich mit dieser E-Mail-Adresse bei ${project} anmelden.`,
    action: 'Prüfen und bestätigen',
    caution: 'Bestätigen Sie nur, was Sie selbst begonnen haben.',
  },
  confirmCode: {
    subject: (project) => `Ihr Code für ${project}`,
    intro: (project) => `Jemand, hoffentlich Sie, möchte sich mit dieser E-Mail-Adresse bei ${project} anmelden.`,
    instruction: (code) => `Geben Sie diesen Code ein, um Ihr Gerät zu registrieren: ${code}`,
    caution: 'Geben Sie ihn nur dort ein, wo Sie ihn angefordert haben, und nennen Sie ihn niemandem, auch nicht uns.',
  },
  newDevice: {
    subject: (project) => `Ein neues Gerät kann sich bei ${project} anmelden`,
    intro: (project) => `Soeben wurde ein Gerät eingerichtet, das sich als Sie bei ${project} anmelden kann.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun.',
  },
  quickCode: {
    subject: (project) => `Ein QuickCode wurde bei ${project} verwendet`,
    intro: (project) => `Soeben wurde mit einem QuickCode von einem Ihrer Geräte ein weiteres eingerichtet, das sich als Sie bei ${project} anmelden kann.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, hatte jemand Ihr Gerät oder dessen QuickCode.',
  },
  pinReset: {
    subject: (project) => `Ihre PIN für ${project} wurde neu gesetzt`,
    intro: (project) => `Auf einem Ihrer Geräte wurde soeben eine neue PIN für ${project} gesetzt.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, brauchen Sie nichts zu tun. Wenn nicht, hat jemand Ihr Gerät und kann Ihre E-Mails lesen.',
  },
  locked: {
    subject: (project) => `Ein Gerät wurde bei ${project} gesperrt`,
    intro: (project) => `Die PIN wurde zu oft falsch eingegeben. Dieses Gerät kann sich nicht mehr bei ${project} anmelden.`,
    action: 'Das war ich nicht',
    caution: 'Waren Sie es, richten Sie das Gerät bei der Anmeldung neu ein. Wenn nicht, hat es jemand anderes versucht, ohne Erfolg.',
  },
  invitation: {
    subject: (project) => `Einladung, ${project} zu verwalten`,
    intro: (project, by) => `${by} lädt Sie ein, ${project} in der M-Pin-Konsole zu verwalten. Sie melden sich dort mit dieser E-Mail-Adresse und einer eigenen PIN an.`,
    action: 'Einladung öffnen',
    until: (moment) => `Gültig bis: ${moment}`,
    caution: 'Der Link gilt einmal und nur für diese Adresse. Haben Sie ihn nicht erwartet, ignorieren Sie diese Nachricht.',
  },
  device: (name) => `Gerät: ${name}`,
  when: (moment) => `Zeit: ${moment}`,
  validFor: (minutes) => (minutes === 1 ? '1 Minute gültig.' : `${minutes} Minuten gültig.`),
  ignore: 'Haben Sie das nicht angefordert, ignorieren Sie diese Nachricht: Es geschieht nichts.',
};

const ar: MailTexts = {
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
  validFor: (minutes) => `مدة الصلاحية بالدقائق: ${minutes}`,
  ignore: 'إن لم تطلب ذلك فتجاهل هذه الرسالة، ولن يحدث شيء.',
};

export const mailCatalogue: Record<Language, MailTexts> = { en, de, ar };
