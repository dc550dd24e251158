import type { MailTexts } from '../catalogue.ts';

/** The mails in simplified Chinese. */
export const texts: MailTexts = {
  confirmLink: {
    subject: (project) => `请确认您用于 ${project} 的电子邮箱`,
    intro: (project) => `有人想用此电子邮箱地址登录 ${project}，希望是您本人。`,
    action: '查看并确认',
    caution: '请只确认您自己发起的请求。',
  },
  confirmCode: {
    subject: (project) => `您的 ${project} 验证码`,
    intro: (project) => `有人想用此电子邮箱地址登录 ${project}，希望是您本人。`,
    instruction: (code) => `请输入以下验证码以注册您的设备：${code}`,
    caution: '请只在您请求验证码的地方输入，不要告诉任何人，包括我们。',
  },
  newDevice: {
    subject: (project) => `一台新设备可以登录 ${project}`,
    intro: (project) => `刚刚设置了一台设备，可以您的身份登录 ${project}。`,
    action: '不是我本人',
    caution: '如果是您本人，则无需任何操作。',
  },
  quickCode: {
    subject: (project) => `${project} 使用了一个 QuickCode`,
    intro: (project) => `刚刚用您另一台设备的 QuickCode 设置了一台设备，可以您的身份登录 ${project}。`,
    action: '不是我本人',
    caution: '如果是您本人，则无需任何操作。如果不是，说明有人得到了您的设备或其 QuickCode。',
  },
  pinReset: {
    subject: (project) => `您的 ${project} PIN 已重新设置`,
    intro: (project) => `您的一台设备刚刚为 ${project} 设置了新的 PIN。`,
    action: '不是我本人',
    caution: '如果是您本人，则无需任何操作。如果不是，说明有人持有您的设备并且能阅读您的邮件。',
  },
  locked: {
    subject: (project) => `一台设备在 ${project} 被锁定`,
    intro: (project) => `输入错误 PIN 的次数过多，此设备无法再登录 ${project}。`,
    action: '不是我本人',
    caution: '如果是您本人，请在登录处重新设置此设备。如果不是，说明有其他人尝试过，但没有人登录成功。',
  },
  invitation: {
    subject: (project) => `邀请您管理 ${project}`,
    intro: (project, by) => `${by} 邀请您在 M-Pin 控制台中管理 ${project}。请用此电子邮箱地址和您自己的 PIN 登录。`,
    action: '打开邀请',
    until: (moment) => `有效期至：${moment}`,
    caution: '此链接只能使用一次，且仅限此地址。如果您不知道此事，请忽略这封邮件。',
  },
  device: (name) => `设备：${name}`,
  when: (moment) => `时间：${moment}`,
  validFor: (duration) => `有效时间：${duration}`,
  ignore: '如果这不是您请求的，请忽略这封邮件，不会发生任何事情。',
};
