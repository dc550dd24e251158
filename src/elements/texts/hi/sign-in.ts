import { plural } from '../plural.ts';
import type { SignInTexts } from '../texts.ts';

const n = plural('hi');
const tries = (left: number) => n(left, { one: '# प्रयास बाकी है।', other: '# प्रयास बाकी हैं।' });

/** Hindi for a returning person. */
export const texts: SignInTexts = {
  $code: 'hi', $dir: 'ltr',

  starting: 'लोड हो रहा है…',
  back: 'वापस',
  menu: 'पहचानें',
  close: 'बंद करें',
  deviceOn: (browser, platform) => `${platform} पर ${browser}`,

  pinLabel: (digits) => `पिन, ${digits} अंक`,
  keypad: 'कीपैड',
  clear: 'मिटाएँ',
  deleteDigit: 'आख़िरी अंक हटाएँ',
  entered: (count, total) => `${total} में से ${count} दर्ज`,
  empty: 'ख़ाली',
  incomplete: (total) => `सभी ${total} अंक दर्ज करें।`,
  shuffledKeys: 'बदली हुई कुंजियाँ',
  deviceKeyboard: 'डिवाइस का कीबोर्ड',
  byItself: 'आख़िरी अंक के बाद अपने आप आगे बढ़ेगा।',

  enterPin: 'अपना पिन दर्ज करें',
  signInAs: (userId) => `इस पहचान से साइन इन: ${userId}`,
  login: 'साइन इन करें',
  forgot: 'पिन भूल गए?',
  withPhone: 'फ़ोन से साइन इन करें',
  wrongPin: (left) => (left === undefined ? 'पिन ग़लत है!' : `पिन ग़लत है! ${tries(left)}`),
  checking: 'साइन इन हो रहा है…',
  pinReplaced: 'आपका पिन दूसरे टैब में बदला गया है।',
  confirmWithPin: 'पिन से पुष्टि करें',
  confirmNow: 'पुष्टि करें',
  confirmed: 'पुष्टि हो गई',

  signedInTitle: 'आप साइन इन हैं',
  signedInAs: 'पहचान: {userId}',
  signOut: 'साइन आउट करें',

  revokedTitle: 'आपका M-Pin रद्द कर दिया गया है',
  revokedText: (count) => `आपने ${count} बार ग़लत पिन दर्ज किया। {userId} अब इस डिवाइस पर साइन इन नहीं कर सकता।`,
  registerNew: 'नई पहचान पंजीकृत करें',
  backToList: 'पहचान सूची पर लौटें',

  tryAgain: 'फिर से कोशिश करें',
  tryAgainIn: (time) => `${time} में फिर से कोशिश करें`,
  sendNew: 'नया ईमेल भेजें',
  registerAgain: 'फिर से पंजीकरण करें',
  setUpAgain: 'फिर से सेट करें',
  support: (code) => `सहायता के लिए कोड: ${code}`,

  troubles: {
    offline: ['कोई कनेक्शन नहीं', 'सेवा तक पहुँच नहीं हो पा रही है। अपना कनेक्शन जाँचें; लौटते ही हम आगे बढ़ेंगे।'],
    server: ['सेवा में समस्या है', 'यह आपकी ग़लती नहीं है और कुछ खोया नहीं है। थोड़ी देर में फिर से कोशिश करें।'],
    'rate-limited': ['बहुत अधिक प्रयास', 'आपकी सुरक्षा के लिए थोड़ा रुकना होगा। फिर आप आगे बढ़ सकते हैं।'],
    'session-expired': ['इसमें बहुत समय लगा', 'साइन इन बहुत देर तक खुला रहा। कोई प्रयास नहीं गिना गया।'],
    unexpected: ['कुछ ग़लत हो गया', 'ऐसा नहीं होना चाहिए था। फिर से कोशिश करें, और बना रहे तो साइट के मालिक को बताएँ।'],
  },
};
