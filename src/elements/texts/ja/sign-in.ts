import type { SignInTexts } from '../texts.ts';

/** Japanese for a returning person. */
export const texts: SignInTexts = {
  $code: 'ja', $dir: 'ltr',

  starting: '読み込み中…',
  back: '戻る',
  menu: 'ID一覧',
  close: '閉じる',
  deviceOn: (browser, platform) => `${platform}の${browser}`,

  pinLabel: (digits) => `PIN、${digits}桁`,
  keypad: 'テンキー',
  clear: 'クリア',
  deleteDigit: '最後の数字を削除',
  entered: (count, total) => `${total}桁中${count}桁を入力済み`,
  empty: '未入力',
  incomplete: (total) => `${total}桁すべてを入力してください。`,
  shuffledKeys: 'キーの並べ替え',
  deviceKeyboard: '端末のキーボード',
  byItself: '最後の数字を入力すると自動的に進みます。',

  enterPin: 'PINを入力してください',
  signInAs: (userId) => `サインインするID：${userId}`,
  login: 'サインイン',
  forgot: 'PINをお忘れですか？',
  withPhone: 'スマートフォンでサインイン',
  wrongPin: (left) => (left === undefined ? 'PINが違います。' : `PINが違います。残り${left}回です。`),
  checking: 'サインインしています…',
  pinReplaced: 'PINは別のタブで変更されました。',
  confirmWithPin: 'PINで確認',
  confirmNow: '確認する',
  confirmed: '確認しました',

  signedInTitle: 'サインインしました',
  signedInAs: '{userId}',
  signOut: 'サインアウト',

  revokedTitle: 'M-Pinは無効になりました',
  revokedText: (count) => `PINを${count}回間違えました。{userId}はこの端末ではサインインできません。`,
  registerNew: '新しいIDを登録',
  backToList: 'ID一覧に戻る',

  tryAgain: 'もう一度試す',
  tryAgainIn: (time) => `${time}後にもう一度試せます`,
  sendNew: '新しいメールを送る',
  registerAgain: '登録し直す',
  setUpAgain: '設定し直す',
  support: (code) => `サポート用コード：${code}`,

  troubles: {
    offline: ['接続がありません', 'サービスに接続できません。接続をご確認ください。回復しだい続行します。'],
    server: ['サービスに問題があります', 'お客様の操作が原因ではなく、何も失われていません。しばらくしてからもう一度お試しください。'],
    'rate-limited': ['試行回数が多すぎます', '安全のため、しばらくお待ちください。その後続けられます。'],
    'session-expired': ['時間がかかりすぎました', 'サインイン画面が長く開かれていました。試行回数には数えられていません。'],
    unexpected: ['問題が発生しました', '予期しないことが起きました。もう一度お試しになり、続く場合はサイトの管理者にお知らせください。'],
  },
};
