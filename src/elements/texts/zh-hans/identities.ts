import type { IdentityTexts } from '../texts.ts';

/** Simplified Chinese for the identities of a device, and for what is done with one. */
export const texts: IdentityTexts = {
  cancel: '取消',

  resetTitle: '忘记 PIN？',
  resetQuestion: '确定要重新激活此 M-Pin 身份吗？',
  resetHint: '我们会向 {userId} 发送邮件，然后由您设置新的 PIN。在此之前，旧 PIN 仍然有效。',
  resetYes: '是，重新激活',
  resetHintUnusable: '我们会向 {userId} 发送邮件，然后由您设置新的 PIN。',

  editTitle: '编辑身份',
  editIdentity: (userId) => `编辑 ${userId}`,
  resetPin: '重置 PIN',
  removeIdentity: '移除身份',
  addDevice: '添加设备',
  save: '保存',
  removeTitle: '移除身份',
  removeQuestion: '确定要从此浏览器中移除此 M-Pin 身份吗？',
  removeHint: '{userId} 将无法再在此处登录。其他设备不受影响。',
  removeYes: '是，移除',

  signTitle: '您要签署的内容',
  signHint: '请先阅读。您的 PIN 签署的正是此内容。',
  fingerprint: '指纹（SHA-256）',
  signNext: '继续签署',

  listTitle: '切换身份',
  addNew: '添加新身份',
  noIdentities: '此浏览器中尚未设置任何身份。',
  removed: '已移除 {userId}。',
  renamed: '已重命名 {userId} 的设备。',
  lastUsed: (when) => `上次使用：${when}`,
  notActive: '尚未确认',
  revoked: '已吊销',
  expired: '已过期',
  damaged: '需要重新设置',
  revokedElsewhere: '{userId} 无法再在此设备上登录：PIN 输错次数过多，或已在别处被撤销。请重新注册以继续。',
};
