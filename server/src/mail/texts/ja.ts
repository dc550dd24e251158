import type { MailTexts } from '../catalogue.ts';

/** The mails in Japanese. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `${project}のメールアドレスの確認`,
    intro: (project) => `このメールアドレスで${project}にサインインする要求がありました。お心当たりがある場合はご確認ください。`,
    action: '内容を見て確認する',
    caution: 'ご自身で始めた要求だけを確認してください。',
  },
  confirmCode: {
    subject: (project) => `${project}のコード`,
    intro: (project) => `このメールアドレスで${project}にサインインする要求がありました。お心当たりがある場合はお進みください。`,
    instruction: (code) => `端末を登録するには、次のコードを入力してください：${code}`,
    caution: 'コードを要求した画面にだけ入力し、当方を含め誰にも教えないでください。',
  },
  newDevice: {
    subject: (project) => `新しい端末で${project}にサインインできるようになりました`,
    intro: (project) => `お客様として${project}にサインインする端末が、たった今設定されました。`,
    action: '自分ではありません',
    caution: 'ご本人の操作であれば、何もする必要はありません。',
  },
  quickCode: {
    subject: (project) => `${project}でQuickCodeが使われました`,
    intro: (project) => `お客様の別の端末のQuickCodeを使って、お客様として${project}にサインインする端末が、たった今設定されました。`,
    action: '自分ではありません',
    caution: 'ご本人の操作であれば、何もする必要はありません。そうでない場合は、端末またはそのQuickCodeが他人の手に渡っています。',
  },
  pinReset: {
    subject: (project) => `${project}のPINが再設定されました`,
    intro: (project) => `お客様の端末で、${project}の新しいPINがたった今設定されました。`,
    action: '自分ではありません',
    caution: 'ご本人の操作であれば、何もする必要はありません。そうでない場合は、誰かがお客様の端末を持っており、メールも読める状態です。',
  },
  locked: {
    subject: (project) => `${project}で端末がロックされました`,
    intro: (project) => `PINを間違えた回数が多すぎるため、この端末では${project}にサインインできなくなりました。`,
    action: '自分ではありません',
    caution: 'ご本人の操作であれば、サインイン画面で端末を設定し直してください。そうでない場合は、他人が試みましたが、サインインはされていません。',
  },
  invitation: {
    subject: (project) => `${project}の管理への招待`,
    intro: (project, by) => `${by}から、M-Pinコンソールで${project}を管理するよう招待されました。このメールアドレスとご自身のPINでサインインします。`,
    action: '招待を開く',
    until: (moment) => `有効期限：${moment}`,
    caution: 'リンクはこのアドレス専用で、1回だけ使えます。お心当たりがない場合は、このメールを無視してください。',
  },
  device: (name) => `端末：${name}`,
  when: (moment) => `日時：${moment}`,
  validFor: (duration) => `有効時間：${duration}`,
  ignore: 'お心当たりがない場合は、このメールを無視してください。何も起こりません。',
};
