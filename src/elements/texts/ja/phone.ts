import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('ja');

/** Japanese for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'スマートフォンでサインイン',
  qrHint: 'スマートフォンでコードを読み取ってください。',
  numberHint: 'コードを読み取るか、番号をスマートフォンに入力してください。',
  numberHintAt: 'コードを読み取るか、スマートフォンで {address} を開いて番号を入力してください。',
  accessNumber: (digits) => `アクセス番号 ${digits}`,
  qrLabel: '同じ要求のQRコード',
  secondsLeft: (count) => `残り${inSeconds(count)}`,
  numberShown: (digits, count) => `アクセス番号 ${digits}。有効時間は${inSeconds(count)}です。`,
  numberRenewed: (digits) => `新しいアクセス番号 ${digits}。`,
  numberExpired: 'アクセス番号の有効時間が過ぎました。',
  newNumber: '新しい番号',
  copyNumber: '番号をコピー',
  copied: 'コピーしました',
  scanned: 'コードを読み取りました。認証を待っています…',
  authenticating: '認証しています…',
  declined: 'サインインはスマートフォンで拒否されました。',
  paused: 'しばらく操作がありませんでした。続けるには新しい番号を表示してください。',
  phoneSignedInAs: '{userId}としてサインインしました',
  notYou: 'ご本人ではありませんか？',
  signedOutThere: 'スマートフォンからサインアウトされました。',
};
