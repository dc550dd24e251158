import type { OtpTexts } from '../otp.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ja');

/** Japanese for a one-time password. */
export const texts: OtpTexts = {
  $code: 'ja', $dir: 'ltr',

  otpTitle: 'ワンタイムパスワード',
  otpHint: 'パスワードを求められたら、ユーザー名 {userId} とともに入力してください。1回だけ使えます。',
  otpCopy: 'コピー',
  otpCopied: 'コピーしました',
  otpNotCopied: '数字を選択してコピーしてください。',
  otpValidFor: '有効時間',
  otpSecondsLeft: (count) => `残り${inSeconds(count)}`,
  otpExpired: 'このパスワードは期限切れです',
  otpExpiredHint: 'PINで新しいパスワードを作成してください。',
  otpRetry: '作り直す',
  otpNew: '新しいワンタイムパスワードを作成',
};
