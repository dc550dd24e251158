import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('zh-Hans');

/** Simplified Chinese for a one-time password. */
export const texts: OtpTexts = {
  $code: 'zh-Hans', $dir: 'ltr',

  otpTitle: '一次性密码',
  otpHint: '请在要求输入密码处输入，用户名为 {userId}。仅可使用一次。',
  otpCopy: '复制',
  otpCopied: '已复制',
  otpNotCopied: '请选中数字并复制。',
  otpValidFor: '剩余有效时间',
  otpSecondsLeft: (count) => `剩余 ${inSeconds(count)}`,
  otpExpired: '此密码已过期',
  otpExpiredHint: '请用 PIN 生成新密码。',
  otpRetry: '重新生成',
  otpNew: '生成新的一次性密码',
};
