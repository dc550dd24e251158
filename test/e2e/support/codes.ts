import { mailsTo } from './inbox.ts';
import { until } from './until.ts';

/** Waits until `count` mails with a code have reached an address; returns the newest's 6 digits. */
export async function mailedCode(platform: string, address: string, count = 1): Promise<string> {
  return until(`mail ${count} with a code to ${address}`, async () => {
    const codes = (await mailsTo(platform, address)).flatMap((mail) => mail.text.match(/(?<= )\d{6}$/m) ?? []);
    return codes[count - 1];
  });
}
