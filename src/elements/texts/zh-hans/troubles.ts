import type { RareTroubles } from '../texts.ts';

/** Simplified Chinese for the troubles that are seldom met. */
export const texts: RareTroubles = {
  'storage-blocked': ['浏览器禁止存储', '此页面需要保存您的身份。请允许网站数据，或退出无痕浏览。'],
  'storage-full': ['空间不足', '浏览器没有空间保存您的身份。请在此设备上释放一些空间。'],
  'storage-lost': ['您的身份已丢失', '浏览器删除了此页面的数据。请重新设置身份，只需一分钟。'],
  insecure: ['此页面不安全', '其地址必须以 https 开头。请告知网站负责人。'],
  unsupported: ['浏览器版本过旧', '请更新浏览器，或用其他浏览器打开此页面。'],
  origin: ['此网站未获许可', '服务不认识此网站。请告知网站负责人。'],
  configuration: ['此网站设置有误', '请将下方代码告知网站负责人。'],
  expired: ['此确认已失效', '它已过期或已被使用。我们可以向您发送新邮件。'],
  cancelled: ['确认已被拒绝', '有人取消了确认，或选择了其他数字。如属误操作，我们可以向您发送新邮件。'],
  'identity-expired': ['此身份已过期', '它已很久未使用。请重新注册以继续。'],
  'identity-damaged': ['此身份已损坏', '无法读取浏览器中保存的内容。请重新注册以继续。'],
  refused: ['您没有访问权限', '{service} 不允许您使用此身份进入。您的 PIN 没有问题。'],
  'identity-unknown': ['找不到此身份', '它已不在此设备上。请重新注册以继续。'],
  declined: ['请求已被拒绝', '它已在手机上被拒绝或撤回。请在另一台设备上重新发起请求。'],
  claimed: ['另一部手机更快', '另一部手机已响应此请求。如果不是您本人，请在另一台设备上退出登录。'],
  'number-expired': ['此请求已结束', '请查看另一台设备：您可能已在那里登录。否则它会显示新的号码。'],
};
