import type { SignInTexts } from '../texts.ts';

/** Turkish for a returning person. */
export const texts: SignInTexts = {
  $code: 'tr', $dir: 'ltr',

  starting: 'Yükleniyor…',
  back: 'Geri',
  menu: 'Kimlikler',
  close: 'Kapat',
  deviceOn: (browser, platform) => `${platform} üzerinde ${browser}`,

  pinLabel: (digits) => `PIN, ${digits} rakam`,
  keypad: 'Tuş takımı',
  clear: 'Temizle',
  deleteDigit: 'Son rakamı sil',
  entered: (count, total) => `${total} rakamdan ${count} tanesi girildi`,
  empty: 'Boş',
  incomplete: (total) => `${total} rakamın tamamını girin.`,
  shuffledKeys: 'Tuşlar karışık',
  deviceKeyboard: 'Cihazın klavyesi',
  byItself: 'Son rakamdan sonra kendiliğinden devam eder.',

  enterPin: 'PIN’inizi girin',
  signInAs: (userId) => `Oturum açılacak kimlik: ${userId}`,
  login: 'Oturum aç',
  forgot: 'PIN’inizi mi unuttunuz?',
  withPhone: 'Telefonla oturum aç',
  wrongPin: (left) => (left === undefined ? 'Yanlış PIN!' : `Yanlış PIN! ${left} deneme hakkınız kaldı.`),
  checking: 'Oturum açılıyor…',
  pinReplaced: 'PIN’iniz başka bir sekmede değiştirildi.',
  confirmWithPin: 'PIN’inizle onaylayın',
  confirmNow: 'Onayla',
  confirmed: 'Onaylandı',

  signedInTitle: 'Oturum açtınız',
  signedInAs: 'Kimlik: {userId}',
  signOut: 'Oturumu kapat',

  revokedTitle: 'M-Pin’iniz iptal edildi',
  revokedText: (count) => `PIN’inizi ${count} kez yanlış girdiniz. {userId} bu cihazda artık oturum açamaz.`,
  registerNew: 'Yeni kimlik kaydet',
  backToList: 'Kimlik listesine dön',

  tryAgain: 'Yeniden dene',
  tryAgainIn: (time) => `Yeniden denemek için bekleyin: ${time}`,
  sendNew: 'Yeni e-posta gönder',
  registerAgain: 'Yeniden kaydol',
  setUpAgain: 'Yeniden kur',
  support: (code) => `Destek kodu: ${code}`,

  troubles: {
    offline: ['Bağlantı yok', 'Hizmete ulaşamıyoruz. Bağlantınızı denetleyin; geri gelir gelmez devam ederiz.'],
    server: ['Hizmette bir sorun var', 'Sizden kaynaklanmıyor ve hiçbir şey kaybolmadı. Birazdan yeniden deneyin.'],
    'rate-limited': ['Çok fazla deneme', 'Güvenliğiniz için kısa bir ara var. Ardından devam edebilirsiniz.'],
    'session-expired': ['Çok uzun sürdü', 'Oturum açma ekranı çok uzun süre açık kaldı. Deneme hakkınız azalmadı.'],
    unexpected: ['Bir şeyler ters gitti', 'Bu olmamalıydı. Yeniden deneyin; sürerse site sahibine bildirin.'],
  },
};
