import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('zh-Hans');

/** Simplified Chinese for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: '用手机登录',
  qrHint: '请用手机扫描二维码。',
  numberHint: '请扫描二维码，或在手机上输入号码。',
  numberHintAt: '请扫描二维码，或在手机上打开 {address} 并输入号码。',
  accessNumber: (digits) => `访问号码 ${digits}`,
  qrLabel: '同一请求的二维码',
  secondsLeft: (count) => `剩余 ${inSeconds(count)}`,
  numberShown: (digits, count) => `访问号码 ${digits}。有效时间 ${inSeconds(count)}。`,
  numberRenewed: (digits) => `新的访问号码 ${digits}。`,
  numberExpired: '访问号码已过期。',
  newNumber: '新号码',
  copyNumber: '复制号码',
  copied: '已复制',
  scanned: '已扫描。正在等待验证…',
  authenticating: '正在验证…',
  declined: '登录已在手机上被拒绝。',
  paused: '这里已有一段时间无人操作。请显示新号码以继续。',
  phoneSignedInAs: '已登录：{userId}',
  notYou: '不是您本人？',
  signedOutThere: '您已在手机上退出登录。',
};
