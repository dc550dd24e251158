import type { PhoneTexts } from '../phone-texts.ts';
import { seconds } from '../plural.ts';

const inSeconds = seconds('hi');

/** Hindi for signing in by phone. */
export const texts: PhoneTexts = {
  phoneTitle: 'अपने फ़ोन से साइन इन करें',
  qrHint: 'अपने फ़ोन से कोड स्कैन करें।',
  numberHint: 'कोड स्कैन करें, या फ़ोन में संख्या दर्ज करें।',
  numberHintAt: 'कोड स्कैन करें, या फ़ोन पर {address} खोलकर संख्या दर्ज करें।',
  accessNumber: (digits) => `एक्सेस नंबर ${digits}`,
  qrLabel: 'इसी अनुरोध का QR कोड',
  secondsLeft: (count) => `शेष समय: ${inSeconds(count)}`,
  numberShown: (digits, count) => `एक्सेस नंबर ${digits}। यह ${inSeconds(count)} तक मान्य है।`,
  numberRenewed: (digits) => `नया एक्सेस नंबर ${digits}।`,
  numberExpired: 'एक्सेस नंबर की अवधि समाप्त हो गई।',
  newNumber: 'नया नंबर',
  copyNumber: 'नंबर कॉपी करें',
  copied: 'कॉपी हो गया',
  scanned: 'कोड स्कैन हुआ। प्रमाणीकरण का इंतज़ार है…',
  authenticating: 'प्रमाणीकरण हो रहा है…',
  declined: 'फ़ोन पर साइन इन अस्वीकार किया गया।',
  paused: 'यहाँ कुछ समय से कोई नहीं था। आगे बढ़ने के लिए नया नंबर दिखाएँ।',
  phoneSignedInAs: '{userId} के रूप में साइन इन',
  notYou: 'यह आप नहीं हैं?',
  signedOutThere: 'आपको फ़ोन से साइन आउट किया गया।',
};
