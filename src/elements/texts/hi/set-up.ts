import { plural } from '../plural.ts';
import type { SetUpTexts } from '../texts.ts';

const n = plural('hi');

/** Hindi for setting an identity up. */
export const texts: SetUpTexts = {
  homeTitle: 'साइन इन का तरीका चुनें',
  browserWay: 'ब्राउज़र से साइन इन करें',
  browserHint: 'इस डिवाइस पर पिन से',
  phoneWay: 'फ़ोन से साइन इन करें',
  phoneHint: 'इस कंप्यूटर पर कुछ नहीं रहता',
  setupPhone: 'अपना फ़ोन सेट करें',
  haveQuickCode: 'मेरे पास QuickCode है',

  addTitle: 'पहचान जोड़ें',
  email: 'ईमेल पता',
  userId: 'उपयोगकर्ता आईडी',
  deviceName: 'डिवाइस का नाम',
  emailMissing: 'अपना ईमेल पता दर्ज करें।',
  emailInvalid: 'यह ईमेल पता पूरा नहीं है।',
  userIdMissing: 'यह फ़ील्ड भरें।',
  userIdInvalid: 'यह यहाँ ज्ञात नहीं है। वर्तनी जाँचें।',
  deviceMissing: 'इस डिवाइस को नाम दें।',
  deviceInvalid: 'अक्षर, अंक और रिक्त स्थान इस्तेमाल करें।',
  tooLong: (most) => `बहुत लंबा: अधिकतम ${most} वर्ण।`,
  setupMpin: 'M-Pin सेट करें',

  confirmTitle: 'अपना ईमेल देखें',
  mailSent: 'हमने {userId} पर एक ईमेल भेजा है।',
  openAnywhere: 'उसमें दिया लिंक किसी भी डिवाइस पर खोलें।',
  openAndChoose: 'उसे किसी भी डिवाइस पर खोलें। संख्या पूछी जाए तो चुनें:',
  openHere: 'उसमें दिया लिंक इसी ब्राउज़र में खोलें।',
  matchNumber: (digits) => `आपकी संख्या ${digits} है।`,
  typeCode: (digits) => `उसमें दिए ${digits} अंक दर्ज करें।`,
  codeLabel: 'ईमेल का कोड',
  waiting: 'आपकी पुष्टि का इंतज़ार है…',
  notYet: 'अभी पुष्टि नहीं हुई। पहले ईमेल का लिंक खोलें।',
  sentAgain: 'हमने ईमेल फिर से भेजा है।',
  waitOffline: 'कनेक्शन टूट गया। हम कोशिश जारी रखे हैं।',
  codeWrong: (left) => (left === undefined ? 'कोड ग़लत है।' : `कोड ग़लत है। ${n(left, { one: '# प्रयास बाकी है।', other: '# प्रयास बाकी हैं।' })}`),
  iConfirmed: 'मैंने ईमेल की पुष्टि कर दी',
  confirmCode: 'पुष्टि करें',
  resend: 'पुष्टि ईमेल फिर से भेजें',
  resendIn: (time) => `${time} में फिर से भेजें`,
  changeAddress: 'पता बदलें',
  toIdentities: 'पहचान सूची पर जाएँ',

  chooseTitle: 'अपना पिन चुनें',
  againTitle: 'पिन फिर से दर्ज करें',
  advice: 'इसे किसी को न दिखाएँ। इसे लिखकर न रखें।',
  againHint: 'वही पिन एक बार और।',
  setup: 'सेट करें',
  easyPin: 'अंदाज़ा लगाना आसान है! दूसरा चुनें, या रखने के लिए दोहराएँ।',
  easyPinRefused: 'अंदाज़ा लगाना आसान है! दूसरा पिन चुनें।',
  differentPin: 'दोनों पिन अलग थे। फिर से शुरू करें।',
  settingUp: 'सेट हो रहा है…',

  congratulations: 'बधाई हो!',
  canSignIn: '{userId} अब इस डिवाइस पर पिन से साइन इन कर सकता है।',
  signInNow: 'अभी साइन इन करें',
};
