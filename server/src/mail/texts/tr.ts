import type { MailTexts } from '../catalogue.ts';

/** The mails in Turkish. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `${project} için e-posta adresinizi onaylayın`,
    intro: (project) => `Birisi, umarız sizsinizdir, bu e-posta adresiyle ${project} hizmetinde oturum açmak istiyor.`,
    action: 'İncele ve onayla',
    caution: 'Yalnızca kendi başlattığınız işlemi onaylayın.',
  },
  confirmCode: {
    subject: (project) => `${project} için kodunuz`,
    intro: (project) => `Birisi, umarız sizsinizdir, bu e-posta adresiyle ${project} hizmetinde oturum açmak istiyor.`,
    instruction: (code) => `Cihazınızı kaydetmek için şu kodu girin: ${code}`,
    caution: 'Kodu yalnızca istediğiniz yere girin ve kimseye, bize bile söylemeyin.',
  },
  newDevice: {
    subject: (project) => `Yeni bir cihaz ${project} hizmetinde oturum açabilir`,
    intro: (project) => `Az önce, ${project} hizmetinde sizin adınıza oturum açabilen bir cihaz kuruldu.`,
    action: 'Bu ben değildim',
    caution: 'Sizdiyseniz bir şey yapmanız gerekmez.',
  },
  quickCode: {
    subject: (project) => `${project} hizmetinde bir QuickCode kullanıldı`,
    intro: (project) => `Az önce, başka bir cihazınızdan alınan QuickCode ile ${project} hizmetinde sizin adınıza oturum açabilen bir cihaz kuruldu.`,
    action: 'Bu ben değildim',
    caution: 'Sizdiyseniz bir şey yapmanız gerekmez. Değilseniz birisi cihazınızı ya da cihazınızın QuickCode’unu ele geçirmiştir.',
  },
  pinReset: {
    subject: (project) => `${project} için PIN’iniz yeniden belirlendi`,
    intro: (project) => `Bir cihazınızda az önce ${project} için yeni bir PIN seçildi.`,
    action: 'Bu ben değildim',
    caution: 'Sizdiyseniz bir şey yapmanız gerekmez. Değilseniz cihazınız başkasının elindedir ve e-postalarınızı okuyabiliyordur.',
  },
  locked: {
    subject: (project) => `${project} hizmetinde bir cihaz kilitlendi`,
    intro: (project) => `PIN çok fazla kez yanlış girildi; bu cihaz artık ${project} hizmetinde oturum açamaz.`,
    action: 'Bu ben değildim',
    caution: 'Sizdiyseniz cihazı oturum açtığınız yerde yeniden kurun. Değilseniz başka biri denedi, ama giremedi.',
  },
  invitation: {
    subject: (project) => `${project} yönetimine davetlisiniz`,
    intro: (project, by) => `${by}, sizi M-Pin konsolunda ${project} projesini yönetmeye davet ediyor. Orada bu e-posta adresi ve kendi PIN’inizle oturum açarsınız.`,
    action: 'Daveti aç',
    until: (moment) => `Son geçerlilik: ${moment}`,
    caution: 'Bağlantı bir kez ve yalnızca bu adres için çalışır. Beklemiyorsanız bu e-postayı yok sayın.',
  },
  device: (name) => `Cihaz: ${name}`,
  when: (moment) => `Zaman: ${moment}`,
  validFor: (duration) => `Geçerlilik süresi: ${duration}.`,
  ignore: 'Bunu siz istemediyseniz bu e-postayı yok sayın: hiçbir şey olmaz.',
};
