import type { RareTroubles } from '../texts.ts';

/** Turkish for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['Tarayıcınız depolamayı engelliyor', 'Bu sayfanın kimliğinizi saklaması gerekir. Site verilerine izin verin ya da gizli gezintiden çıkın.'],
  'storage-full': ['Yer kalmadı', 'Tarayıcınızda kimliğinizi saklayacak yer yok. Bu cihazda yer açın.'],
  'storage-lost': ['Kimlikleriniz kayboldu', 'Tarayıcı bu sayfanın verilerini sildi. Kimliğinizi yeniden kurun; bir dakika sürer.'],
  insecure: ['Bu sayfa güvenli değil', 'Adresi https ile başlamalıdır. Lütfen site sahibine bildirin.'],
  unsupported: ['Bu tarayıcı çok eski', 'Güncelleyin ya da bu sayfayı başka bir tarayıcıda açın.'],
  origin: ['Bu siteye izin verilmiyor', 'Hizmet bu siteyi tanımıyor. Lütfen sahibine bildirin.'],
  configuration: ['Bu site doğru kurulmamış', 'Lütfen aşağıdaki kodla birlikte sahibine bildirin.'],
  expired: ['Bu onay artık geçerli değil', 'Çok eski ya da daha önce kullanılmış. Size yeni bir e-posta gönderebiliriz.'],
  cancelled: ['Onay reddedildi', 'Biri iptal etti ya da başka bir sayı seçti. Yanlışlıkla olduysa size yeni bir e-posta gönderebiliriz.'],
  'identity-expired': ['Bu kimliğin süresi doldu', 'Uzun süredir kullanılmadı. Devam etmek için yeniden kaydolun.'],
  'identity-damaged': ['Bu kimlik bozulmuş', 'Tarayıcınızın sakladığı veri okunamıyor. Devam etmek için yeniden kaydolun.'],
  refused: ['Erişiminiz yok', '{service} bu kimlikle girmenize izin vermiyor. PIN’inizde sorun yok.'],
  'identity-unknown': ['Bu kimlik bilinmiyor', 'Artık bu cihazda değil. Devam etmek için yeniden kaydolun.'],
  declined: ['İstek reddedildi', 'Bir telefonda reddedildi ya da geri çekildi. Diğer cihazda yeni bir istek oluşturun.'],
  claimed: ['Başka bir telefon daha hızlıydı', 'Bu isteği başka bir telefon yanıtladı. Siz değilseniz diğer cihazda oturumu kapatın.'],
  'number-expired': ['Bu istek sona erdi', 'Diğer cihaza bakın: orada oturum açılmış olabilir. Açılmadıysa yeni bir numara gösterir.'],
};
