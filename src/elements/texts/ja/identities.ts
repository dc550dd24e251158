import type { IdentityTexts } from '../texts.ts';

/** Japanese for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'キャンセル',

  resetTitle: 'PINをお忘れですか？',
  resetQuestion: 'このM-PinのIDを再度有効にしますか？',
  resetHint: '{userId}にメールを送ります。その後、新しいPINを決めます。それまでは今のPINを使えます。',
  resetYes: '有効にする',
  resetHintUnusable: '{userId}にメールを送ります。その後、新しいPINを決めます。',

  editTitle: 'IDを編集',
  editIdentity: (userId) => `${userId}を編集`,
  resetPin: 'PINをリセット',
  removeIdentity: 'IDを削除',
  addDevice: '端末を追加',
  save: '保存',
  removeTitle: 'IDを削除',
  removeQuestion: 'このM-PinのIDをこのブラウザから削除しますか？',
  removeHint: '{userId}はここではサインインできなくなります。ほかの端末には影響しません。',
  removeYes: '削除する',

  signTitle: '署名する内容',
  signHint: '先にお読みください。PINはこの内容そのものに署名します。',
  fingerprint: 'フィンガープリント（SHA-256）',
  signNext: '署名へ進む',

  listTitle: 'IDの切り替え',
  addNew: '新しいIDを追加',
  noIdentities: 'このブラウザにはまだIDがありません。',
  removed: '{userId}を削除しました。',
  renamed: '{userId}の端末の名前を変更しました。',
  lastUsed: (when) => `最終使用：${when}`,
  notActive: '未確認',
  revoked: '無効',
  expired: '期限切れ',
  damaged: '再設定が必要です',
  revokedElsewhere: '{userId}はこの端末ではサインインできません。PINが何度も間違えられたか、ほかの場所で無効にされました。続けるにはもう一度登録してください。',
};
