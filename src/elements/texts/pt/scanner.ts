import type { ScannerTexts } from '../scanner-texts.ts';

/** Portuguese for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Ler código QR',
  scanHint: 'Aponte a câmara ao código QR do outro dispositivo.',
  scanStarting: 'A iniciar a câmara…',
  typeInstead: 'Introduzir antes o número',
  cameraRefused: 'A câmara não pode ser usada aqui. Permita-a nas definições do navegador ou introduza o número.',
  cameraMissing: 'Não é possível usar uma câmara aqui. Introduza antes o número.',
  scanForeign: 'Este código QR não é deste serviço.',
};
