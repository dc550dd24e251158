import type { IdentityTexts } from '../texts.ts';

/** Hindi for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: 'रद्द करें',

  resetTitle: 'पिन भूल गए?',
  resetQuestion: 'क्या आप वाकई इस M-Pin पहचान को फिर से सक्रिय करना चाहते हैं?',
  resetHint: 'हम {userId} पर ईमेल भेजेंगे और आप नया पिन चुनेंगे। तब तक पुराना पिन चलता है।',
  resetYes: 'हाँ, सक्रिय करें',
  resetHintUnusable: 'हम {userId} पर ईमेल भेजेंगे और आप नया पिन चुनेंगे।',

  editTitle: 'पहचान बदलें',
  editIdentity: (userId) => `${userId} में बदलाव करें`,
  resetPin: 'पिन रीसेट करें',
  removeIdentity: 'पहचान हटाएँ',
  addDevice: 'डिवाइस जोड़ें',
  save: 'सहेजें',
  removeTitle: 'पहचान हटाएँ',
  removeQuestion: 'क्या आप वाकई इस M-Pin पहचान को इस ब्राउज़र से हटाना चाहते हैं?',
  removeHint: '{userId} फिर यहाँ साइन इन नहीं कर सकेगा। दूसरे डिवाइस पर असर नहीं पड़ेगा।',
  removeYes: 'हाँ, हटाएँ',

  signTitle: 'आप किस पर हस्ताक्षर कर रहे हैं',
  signHint: 'पहले पढ़ें। आपका पिन ठीक इसी पर हस्ताक्षर करता है।',
  fingerprint: 'फ़िंगरप्रिंट (SHA-256)',
  signNext: 'हस्ताक्षर की ओर बढ़ें',

  listTitle: 'दूसरी पहचान चुनें',
  addNew: 'नई पहचान जोड़ें',
  noIdentities: 'इस ब्राउज़र में अभी कोई पहचान नहीं है।',
  removed: '{userId} को हटा दिया गया।',
  renamed: '{userId} के डिवाइस का नाम बदल गया।',
  lastUsed: (when) => `पिछला उपयोग: ${when}`,
  notActive: 'अभी पुष्टि नहीं हुई',
  revoked: 'रद्द',
  expired: 'अवधि समाप्त',
  damaged: 'फिर से सेट करना होगा',
  revokedElsewhere: '{userId} अब इस डिवाइस पर साइन इन नहीं कर सकता: PIN बहुत बार गलत डाला गया या पहुँच कहीं और से हटाई गई। आगे बढ़ने के लिए फिर से पंजीकरण करें।',
};
