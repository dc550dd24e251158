import type { IdentityTexts } from '../texts.ts';

/** Turkish for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'Vazgeç',

  resetTitle: 'PIN’inizi mi unuttunuz?',
  resetQuestion: 'Bu M-Pin kimliğini yeniden etkinleştirmek istediğinizden emin misiniz?',
  resetHint: '{userId} adresine bir e-posta göndereceğiz ve yeni bir PIN seçeceksiniz. O zamana dek eskisi geçerlidir.',
  resetYes: 'Evet, yeniden etkinleştir',
  resetHintUnusable: '{userId} adresine bir e-posta göndereceğiz ve yeni bir PIN seçeceksiniz.',

  editTitle: 'Kimliği düzenle',
  editIdentity: (userId) => `Düzenle: ${userId}`,
  resetPin: 'PIN’i sıfırla',
  removeIdentity: 'Kimliği kaldır',
  addDevice: 'Cihaz ekle',
  save: 'Kaydet',
  removeTitle: 'Kimliği kaldır',
  removeQuestion: 'Bu M-Pin kimliğini bu tarayıcıdan kaldırmak istediğinizden emin misiniz?',
  removeHint: '{userId} artık burada oturum açamaz. Diğer cihazlar etkilenmez.',
  removeYes: 'Evet, kaldır',

  signTitle: 'İmzaladığınız şey',
  signHint: 'Önce okuyun. PIN’iniz tam olarak bunu imzalar.',
  fingerprint: 'Parmak izi (SHA-256)',
  signNext: 'İmzalamaya geç',

  listTitle: 'Kimlik değiştir',
  addNew: 'Yeni kimlik ekle',
  noIdentities: 'Bu tarayıcıda henüz bir kimlik yok.',
  removed: '{userId} kaldırıldı.',
  renamed: '{userId} kimliğinin cihaz adı değişti.',
  lastUsed: (when) => `Son kullanım: ${when}`,
  notActive: 'Henüz onaylanmadı',
  revoked: 'İptal edildi',
  expired: 'Süresi doldu',
  damaged: 'Yeniden kurulması gerekiyor',
  revokedElsewhere: '{userId} bu cihazda artık oturum açamaz: PIN çok kez yanlış girildi ya da erişim başka yerden kaldırıldı. Devam etmek için yeniden kaydolun.',
};
