import type { SignInTexts } from '../texts.ts';

/** Simplified Chinese for a returning person. */
export const texts: SignInTexts = {
  $code: 'zh-Hans', $dir: 'ltr',

  starting: '正在加载…',
  back: '返回',
  menu: '身份',
  close: '关闭',
  deviceOn: (browser, platform) => `${platform} 上的 ${browser}`,

  pinLabel: (digits) => `PIN，${digits} 位数字`,
  keypad: '数字键盘',
  clear: '清除',
  deleteDigit: '删除最后一位数字',
  entered: (count, total) => `已输入 ${count} 位，共 ${total} 位`,
  empty: '未输入',
  incomplete: (total) => `请输入全部 ${total} 位数字。`,
  shuffledKeys: '按键乱序',
  deviceKeyboard: '设备键盘',
  byItself: '输入最后一位数字后将自动继续。',

  enterPin: '请输入您的 PIN',
  signInAs: (userId) => `登录身份：${userId}`,
  login: '登录',
  forgot: '忘记 PIN？',
  withPhone: '用手机登录',
  wrongPin: (left) => (left === undefined ? 'PIN 不正确！' : `PIN 不正确！还可尝试 ${left} 次。`),
  checking: '正在登录…',
  pinReplaced: '您的 PIN 已在另一个标签页中更改。',
  confirmWithPin: '用 PIN 确认',
  confirmNow: '确认',
  confirmed: '已确认',

  signedInTitle: '您已登录',
  signedInAs: '身份：{userId}',
  signOut: '退出登录',

  revokedTitle: '您的 M-Pin 已被吊销',
  revokedText: (count) => `您已 ${count} 次输入错误的 PIN。{userId} 无法再在此设备上登录。`,
  registerNew: '注册新身份',
  backToList: '返回身份列表',

  tryAgain: '重试',
  tryAgainIn: (time) => `${time} 后可重试`,
  sendNew: '发送新邮件',
  registerAgain: '重新注册',
  setUpAgain: '重新设置',
  support: (code) => `支持代码：${code}`,

  troubles: {
    offline: ['没有网络连接', '无法连接到服务。请检查网络连接，恢复后将自动继续。'],
    server: ['服务出现问题', '这不是您的操作造成的，也没有丢失任何内容。请稍后重试。'],
    'rate-limited': ['尝试次数过多', '为了您的安全，需要稍等片刻，之后即可继续。'],
    'session-expired': ['用时过长', '登录页面打开时间过长。本次未计入尝试次数。'],
    unexpected: ['出了点问题', '这本不应发生。请重试；如果问题仍然存在，请告知网站负责人。'],
  },
};
