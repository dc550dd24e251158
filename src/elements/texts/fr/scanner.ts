import type { ScannerTexts } from '../scanner-texts.ts';

/** French for the camera. */
export const texts: ScannerTexts = {
  scanTitle: 'Scanner le code QR',
  scanHint: 'Dirigez l’appareil photo vers le code QR de l’autre appareil.',
  scanStarting: 'Démarrage de l’appareil photo…',
  typeInstead: 'Saisir plutôt le numéro',
  cameraRefused: 'L’appareil photo n’est pas autorisé ici. Autorisez-le dans les réglages du navigateur, ou saisissez le numéro.',
  cameraMissing: 'Aucun appareil photo n’est utilisable ici. Saisissez plutôt le numéro.',
  scanForeign: 'Ce code QR n’est pas celui de ce service.',
};
