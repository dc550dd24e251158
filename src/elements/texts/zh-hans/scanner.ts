import type { ScannerTexts } from '../scanner-texts.ts';

/** Simplified Chinese for the camera. */
export const texts: ScannerTexts = {
  scanTitle: '扫描二维码',
  scanHint: '请将摄像头对准另一台设备上的二维码。',
  scanStarting: '正在启动摄像头…',
  typeInstead: '改为输入号码',
  cameraRefused: '此处无法使用摄像头。请在浏览器设置中允许，或输入号码。',
  cameraMissing: '此处没有可用的摄像头。请改为输入号码。',
  scanForeign: '此二维码不属于本服务。',
};
