import type { ConsoleTexts } from './texts.ts';

export const ar: ConsoleTexts = {
  console: 'لوحة M-Pin', skip: 'إلى المحتوى', signedInAs: 'سجّلت الدخول باسم', signOut: 'تسجيل الخروج', projects: 'المشاريع', allProjects: 'كل المشاريع', sections: 'أقسام المشروع', yourRole: 'دورك',
  roles: { owner: 'مالك', admin: 'مدير', support: 'دعم', auditor: 'مدقق' },
  roleHelp: { owner: 'كل شيء، ويقرر من يدير.', admin: 'كل شيء عدا تقرير من يدير.', support: 'يبحث عن الأجهزة ويغيّر أسماءها ويلغيها، ويقرأ السجل.', auditor: 'يقرأ كل شيء ولا يغيّر شيئًا.' },
  nav: {
    overview: 'نظرة عامة', devices: 'المستخدمون والأجهزة', audit: 'سجل التدقيق', usage: 'الاستخدام', settings: 'الإعدادات', applications: 'التطبيقات', serviceAccounts: 'حسابات الخدمة', radius: 'عملاء RADIUS', webhooks: 'خطافات الويب', administrators: 'المديرون',
  },
  save: 'حفظ', create: 'إنشاء', add: 'إضافة', remove: 'إزالة', search: 'بحث', filter: 'تصفية', cancel: 'إلغاء', all: 'الكل', none: 'لا شيء', never: 'أبدًا', yes: 'نعم', no: 'لا', unknown: 'غير معروف', name: 'الاسم',
  id: 'المعرّف', when: 'متى', state: 'الحالة', actions: 'إجراءات', optional: 'اختياري', csv: 'تنزيل بصيغة CSV', previous: 'الصفحة السابقة', next: 'الصفحة التالية', pages: 'الصفحات',
  shown: (from, to, total) => `من ${from} إلى ${to} من أصل ${total}`,
  problemSummary: 'لم يُحفظ شيء. راجع الحقول المعلّمة.',
  done: {
    saved: 'تم الحفظ.', 'project-created': 'أُنشئ المشروع.', 'application-created': 'أُنشئ التطبيق.', 'secret-made': 'أُنشئ سر جديد.', enabled: 'تم التشغيل.', disabled: 'تم الإيقاف.', 'account-created': 'أُنشئ حساب الخدمة.', renamed: 'تغيّر اسم الجهاز.', revoked: 'أُلغي الجهاز ولم يعد يستطيع تسجيل الدخول.', 'already-revoked': 'كان الجهاز ملغى من قبل، ويبقى سببه الأول.',
    invited: 'أُرسلت الدعوة بالبريد.', 'invitation-withdrawn': 'سُحبت الدعوة.', 'role-changed': 'تغيّر الدور.', 'role-withdrawn': 'أُزيل المدير.', 'client-added': 'أُضيف عميل RADIUS.', 'client-removed': 'أُزيل عميل RADIUS.', 'sent-before': 'أُرسل هذا النموذج من قبل ويُحسب مرة واحدة.', 'webhook-added': 'أُضيف خطاف الويب.', 'webhook-removed': 'أُزيل خطاف الويب.', 'webhook-tested': 'أُرسلت تجربة، ويظهر ردها في السجل أدناه.',
  },
  secrets: { clientSecret: 'سر التطبيق', otpSecret: 'سر كلمات المرور لمرة واحدة', token: 'الرمز', radiusSecret: 'سر RADIUS', webhookSecret: 'سر التوقيع' },
  secretOnce: 'انسخه الآن، فلن يظهر مرة أخرى.',
  problems: {
    missing: 'املأ هذا الحقل.', long: 'هذا طويل جدًا.', name: 'طول الاسم من حرف إلى 80 حرفًا.', email: 'هذا ليس بريدًا إلكترونيًا واحدًا صحيحًا.', origin: 'في كل سطر المخطط والمضيف والمنفذ فقط، مثل https://www.example.com.', url: 'يجب أن يبدأ بـ https://.', choice: 'اختر واحدًا منها.', some: 'اختر واحدًا على الأقل.',
    count: (least, most) => `عدد صحيح من ${least} إلى ${most}، أو لا شيء.`, colour: 'يكتب اللون هكذا: #2f5bea.', text: 'لا تُقبل محارف التحكم ولا النص الطويل جدًا.', logo: 'الشعار عنوان https أو رابط data: لصورة PNG أو SVG أو WebP أو JPEG، أو لا شيء.', redirect: 'في كل سطر عنوان https (أو http لهذا الجهاز وحده) أو مخطط خاص بتطبيق، دون جزء بعد #.', taken: 'سجّل تطبيق آخر في هذه المنصة أحد هذه العناوين.',
    changed: 'غيّر شخص آخر هذا في هذه الأثناء. ما كتبته محفوظ أدناه وبجانبه ما يسري الآن. راجعه ثم احفظ مرة أخرى.', now: 'يسري الآن', seconds: (least, most) => `عدد صحيح من الثواني من ${least} إلى ${most}.`, device: 'طول اسم الجهاز من حرف إلى 40 حرفًا.', reason: 'اذكر السبب في 200 حرف على الأكثر.', backoff: 'وصلت رسائل كثيرة إلى هذا العنوان مؤخرًا. حاول لاحقًا.', mail: 'تعذر إرسال الرسالة. راجع إعدادات البريد في المنصة ثم ادعُ مرة أخرى.', lastOwner: 'تحتاج المنصة إلى مالك. اجعل شخصًا آخر مالكًا أولًا.', address: 'عنوان IP أو نطاق مثل 10.1.0.0/16 ليس لعميل آخر.', attribute: 'في كل سطر الاسم=القيمة، مثل Filter-Id=staff.', moment: 'تاريخ مثل 2026-06-01.', webhook: 'يجب أن يكون عنوان https مفتوحًا على الإنترنت.',
  },
  home: { title: 'المشاريع', create: 'مشروع جديد', none: 'لا تدير أي مشروع.', origins: 'المصادر المسموح بها', platform: 'اللوحة نفسها', platformHelp: 'من يديرها يدير كل مشروع.' },
  project: { title: 'مشروع جديد', origins: 'المصادر المسموح بها، واحد في كل سطر', originsHelp: 'الصفحات التي يجوز لها استخدام المشروع: المخطط والمضيف والمنفذ.', method: 'كيف تُؤكد العناوين', link: 'رابط بالبريد', code: 'ستة أرقام بالبريد', pinLength: 'طول الرقم السري' },
  overview: {
    title: 'نظرة عامة', period: 'المدة', days: (days) => `عدد الأيام: ${days}`, charts: { signIns: 'تسجيلات الدخول', failures: 'المحاولات الفاشلة', registrations: 'إعداد الأجهزة', lockOuts: 'حالات القفل' }, table: 'البيانات نفسها في جدول', day: 'اليوم', total: 'المجموع',
    summary: (name, total, days, most) => `${name}: المجموع ${total}، عدد الأيام ${days}، الأكثر في يوم واحد ${most}`, source: 'محسوبة من سجل التدقيق بأيام التوقيت العالمي.',
  },
  usage: { title: 'الاستخدام', intro: 'هذه المنصة لك: لا فواتير فيها، ولا يُبلَّغ أحد بهذه الأرقام.', source: 'محسوبة من سجل التدقيق بأشهر التوقيت العالمي بقدر ما يحتفظ به المشروع.', month: 'الشهر', users: 'المستخدمون النشطون', devices: 'الأجهزة النشطة', signIns: 'تسجيلات الدخول', mails: 'رسائل التأكيد' },
  devices: {
    title: 'المستخدمون والأجهزة', search: 'معرّف المستخدم أو اسم الجهاز يحتوي على', user: 'المستخدم', device: 'الجهاز', created: 'أُعدّ في', lastUsed: 'آخر استخدام', place: 'أُعدّ من', active: 'نشط', revoked: 'ملغى', nothing: 'لم يُعثر على أي جهاز.', open: 'فتح',
    rename: 'تغيير الاسم', newName: 'اسم الجهاز', revoke: 'إلغاء هذا الجهاز', revokeHelp: 'لن يستطيع تسجيل الدخول، فورًا ونهائيًا. يستطيع صاحبه إعداده من جديد.', reason: 'السبب', why: 'سبب الإلغاء', log: 'مدخلاته في سجل التدقيق', identity: 'بصمة معرّف M-Pin',
  },
  audit: { title: 'سجل التدقيق', user: 'معرّف المستخدم', device: 'اسم الجهاز', event: 'الحدث', from: 'من', to: 'حتى نهاية', application: 'التطبيق', address: 'العنوان', actor: 'بواسطة', nothing: 'لم يُعثر على شيء.', what: 'ماذا' },
  settings: {
    title: 'الإعدادات', version: 'النسخة', groups: { general: 'عام', people: 'الأشخاص والأرقام السرية', page: 'ما يُعرض', brand: 'المظهر', languages: 'اللغات', notices: 'إشعارات بالبريد', limits: 'الحدود', retention: 'ما يُحفظ' },
    preview: 'معاينة', previewMail: 'معاينة الرسالة', previewPage: 'معاينة الصفحة', previewHelp: 'تُفتح في تبويب جديد بما هو مكتوب هنا، محفوظًا كان أم لا.',
    names: {
      name: 'الاسم', origins: 'المصادر المسموح بها، واحد في كل سطر', logoUrl: 'الشعار', verificationMethod: 'كيف تُؤكد العناوين', pinLength: 'طول الرقم السري', askDeviceName: 'السؤال عن اسم الجهاز', identityType: 'معرّفات المستخدمين', identityTypeLabel: 'ما يُطلب من الناس إدخاله', customVerificationUrl: 'حيث يبدأ تحقق الموقع نفسه', customVerificationText: 'ما تقوله التطبيقات عنه', ways: 'طرق تسجيل الدخول', firstScreen: 'الشاشة الأولى', addIdentities: 'يجوز إضافة هويات أخرى على الجهاز', easyPin: 'الرقم السري السهل التخمين', languages: 'اللغات', accentLight: 'اللون على الصفحات الفاتحة', accentDark: 'اللون على الصفحات الداكنة',
      enableRegistrationCode: 'يجوز للأجهزة إصدار QuickCode', limitRegCodeVerified: 'إلا الأجهزة التي أُعدّت به', registerApplications: 'من يجوز له تسجيل التطبيقات في حسابه', noticeNewDevice: 'أُعدّ جهاز جديد', noticeLocked: 'قُفل جهاز بأرقام سرية خاطئة', noticePinReset: 'عُيّن الرقم السري لجهاز من جديد', noticeQuickCode: 'استُخدم QuickCode', mailsPerDay: 'الرسائل إلى مستخدم واحد في اليوم', codesPerDay: 'الرموز لمستخدم واحد في اليوم', inactivityDays: 'أيام بلا تسجيل دخول تنتهي بعدها صلاحية الجهاز', addressDays: 'أيام حتى تُنسى عناوين الشبكة', auditDays: 'أيام حتى تُزال مدخلات السجل',
    },
    choices: { link: 'رابط بالبريد', code: 'ستة أرقام بالبريد', email: 'عناوين بريد إلكتروني', alphanumeric: 'معرّفات خاصة بالموقع', browser: 'في المتصفح', phone: 'بالهاتف', auto: 'آخر هوية مستخدمة', home: 'اختيار الطريقة', identities: 'قائمة الهويات', warn: 'يُنبَّه إليه ويُقبل عند تكراره', refuse: 'يُرفض', nobody: 'لا أحد', administrators: 'المشرفون فقط', anyone: 'كل من يسجّل الدخول', en: 'English', de: 'Deutsch', ar: 'العربية' },
    logoHelp: 'تعرض الصفحات هنا صورة مضمّنة في الإعداد نفسه (رابط data:) ولا تحمّل صورة من مكان آخر؛ وتُبلَّغ المواقع بأيٍّ منهما.',
    platformDefault: 'فارغ: كما في المنصة.', forEver: 'فارغ: إلى الأبد.',
  },
  applications: {
    title: 'التطبيقات', new: 'تطبيق جديد', none: 'لا يوجد تطبيق بعد.', type: 'النوع', types: { 'sign-in': 'تسجيل الدخول بالعنصر', openid: 'OpenID Connect', otp: 'كلمات مرور لمرة واحدة' }, origins: 'المصادر التي تخصه تسجيلات دخولها، واحد في كل سطر', redirectUris: 'عناوين العودة، واحد في كل سطر', redirectHelp: 'حرفًا بحرف كما ترسلها الطلبات. مطلوبة لـ OpenID Connect.', isPublic: 'لا يستطيع حفظ سر (صفحة أو تطبيق جوال)', postLogoutUris: 'حيث يذهب الناس بعد الخروج، واحد في كل سطر', logoutUri: 'حيث يُبلَّغ بتسجيل الخروج', startUrl: 'صفحة البداية', initiateLoginUri: 'حيث يبدأ تسجيل الدخول بنفسه', logoUrl: 'الشعار',
    seconds: 'عمر كلمة المرور بالثواني', clientId: 'معرّف التطبيق', rights: 'الصلاحيات', rightsHelp: 'ما يجوز لبيانات دخوله في الواجهة الخلفية. لا شيء غيرها يمنح صلاحية.', rightNames: { verify: 'ضمان معرّفات المستخدمين', read: 'قراءة الهويات والسجل', revoke: 'تغيير أسماء الهويات وإلغاؤها', sign: 'طلب فحص التواقيع', otp: 'فحص كلمات المرور لمرة واحدة' },
    secret: 'السر', newSecret: 'إنشاء سر جديد', overlap: 'السر السابق', overlaps: { none: 'ينتهي فورًا', hour: 'يبقى ساعة', day: 'يبقى يومًا' }, otpSecret: 'سر كلمات المرور لمرة واحدة', newOtpSecret: 'إنشاء سر جديد لكلمات المرور', otpSecretHelp: 'ينتهي السابق فورًا.', active: 'نشط', inactive: 'موقوف', enable: 'تشغيل', disable: 'إيقاف', disableHelp: 'لا تفتح بيانات دخوله شيئًا ما دام موقوفًا.',
    details: 'التفاصيل', registeredBy: 'سجّله', approved: 'يجوز لغير صاحبه استخدامه', mpinIds: 'يجوز له طلب معرّفات M-Pin', decisions: 'ما يقرره المديرون', openid: 'OpenID Connect', byPerson: 'سجّل شخص هذا التطبيق في حسابه، وتُغيَّر عناوينه هناك.',
  },
  accounts: { title: 'حسابات الخدمة', help: 'برامج تستخدم الواجهة الخلفية برمز خاص بها.', none: 'لا يوجد حساب خدمة بعد.', new: 'حساب خدمة جديد' },
  administrators: {
    title: 'المديرون', help: 'من يجوز له ماذا في هذا المشروع. من يدير اللوحة نفسها يجوز له ذلك في كل مشروع ولا يُذكر هنا.', helpPlatform: 'الدور هنا يسري في كل مشروع.', none: 'لا أحد بعد.', email: 'البريد الإلكتروني', role: 'الدور', since: 'منذ', by: 'دعاه', change: 'تغيير الدور', invite: 'دعوة شخص', inviteHelp: 'رسالة فيها رابط يعمل مرة واحدة ولهذا العنوان وحده مدة سبعة أيام.', pending: 'دعوات قائمة', noPending: 'لا شيء.', until: 'صالحة حتى', withdraw: 'سحب',
  },
  radius: { title: 'عملاء RADIUS', help: 'بوابات VPN وخوادم أخرى تفحص كلمات المرور لمرة واحدة، وتُعرف بعنوان إرسالها.', none: 'لا يوجد عميل RADIUS بعد.', new: 'عميل RADIUS جديد', application: 'التطبيق', noApplication: 'أنشئ أولًا تطبيقًا لكلمات المرور لمرة واحدة.', address: 'عنوان أو نطاق', proof: 'Message-Authenticator', required: 'مطلوب', optional: 'اختياري للأجهزة القديمة', attributes: 'سمات Access-Accept، واحدة في كل سطر' },
  webhooks: { title: 'خطافات الويب', help: 'عناوين تُبلَّغ بما يحدث، برسائل موقعة تُعاد عند الحاجة.', none: 'لا يوجد خطاف ويب بعد.', new: 'خطاف ويب جديد', url: 'العنوان', events: 'الأحداث', test: 'إرسال تجربة', log: 'عمليات التسليم', noLog: 'لم يُرسل شيء بعد.', tries: 'المحاولات', answer: 'الرد', next: 'المحاولة التالية', delivered: 'سُلّم', waiting: 'ينتظر', failed: 'تُرك' },
  join: {
    firstTitle: 'كن أول مدير', firstBody: 'سجّل الدخول ببريدك الإلكتروني وبرقم سري تختاره. يصبح الحساب الذي تسجّل به مالكًا لهذه المنصة.', title: (project) => `إدارة ${project}`, body: (by, role) => `يدعوك ${by}. دورك: ${role}.`, forAddress: 'هذه الدعوة إلى', go: 'المتابعة وتسجيل الدخول', until: 'صالحة حتى',
  },
  messages: {
    'no-administrator': { title: 'لا أحد يدير هذه المنصة بعد', body: 'من يشغّلها ينشئ رابطًا بالأمر: mpin-platform admin link' }, 'invitation-over': { title: 'لم يعد هذا الرابط صالحًا', body: 'استُخدم أو انتهت مدته أو هو لعنوان غير الذي سجّلت به الدخول. اطلب رابطًا جديدًا.' }, over: { title: 'انتهى تسجيل الدخول هذا', body: 'استغرق وقتًا طويلًا أو بدأ في متصفح آخر. ابدأ من جديد.' }, 'no-role': { title: 'لا تدير شيئًا هنا', body: 'العنوان الذي سجّلت به الدخول ليس له دور. اطلب من مالك أن يدعوك.' },
    'signed-out': { title: 'سجّلت الخروج', body: 'يمكنك إغلاق هذه الصفحة.' }, 'session-over': { title: 'لم تعد مسجّل الدخول', body: 'لم يُحفظ شيء. سجّل الدخول ثم أعد المحاولة.' }, forbidden: { title: 'دورك لا يسمح بهذا', body: 'اسأل أحد مالكي المشروع.' }, 'not-found': { title: 'لا توجد صفحة كهذه', body: 'أو هي لمشروع لا تديره.' }, 'form-over': { title: 'لا يمكن قبول هذا النموذج', body: 'لم يُرسل من هذه اللوحة أو هو من جلسة سابقة. افتح الصفحة من جديد.' }, 'rate-limited': { title: 'طلبات كثيرة', body: 'انتظر دقيقة ثم حاول مرة أخرى.' }, failed: { title: 'حدث خطأ ما', body: 'الخطأ من عندنا. حاول بعد دقيقة.' }, invalid: { title: 'هذا العنوان غير مفهوم', body: 'جزء منه ناقص أو طويل جدًا.' },
  },
  toConsole: 'إلى اللوحة', signIn: 'تسجيل الدخول',
};
