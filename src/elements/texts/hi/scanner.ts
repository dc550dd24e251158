import type { ScannerTexts } from '../scanner-texts.ts';

/** Hindi for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'QR कोड स्कैन करें',
  scanHint: 'कैमरा दूसरे डिवाइस के QR कोड की ओर करें।',
  scanStarting: 'कैमरा चालू हो रहा है…',
  typeInstead: 'इसके बदले नंबर दर्ज करें',
  cameraRefused: 'यहाँ कैमरे का उपयोग नहीं हो सकता। ब्राउज़र की सेटिंग में अनुमति दें, या नंबर दर्ज करें।',
  cameraMissing: 'यहाँ कोई कैमरा उपलब्ध नहीं है। नंबर दर्ज करें।',
  scanForeign: 'यह QR कोड इस सेवा का नहीं है।',
};
