import { until } from './until.ts';

export interface InboxMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  receivedAt: string;
}

/** All mails to an address, oldest first. */
export async function mailsTo(platform: string, address: string): Promise<InboxMail[]> {
  const response = await fetch(`${platform}/dev/inbox.json`);
  const mails = (await response.json()) as InboxMail[];
  return mails.filter((mail) => mail.to === address).toReversed();
}

/** Waits until `count` mails that hold a confirmation link have reached an address; returns the newest's link. */
export async function confirmationLink(platform: string, address: string, count = 1): Promise<string> {
  return until(`mail ${count} with a link to ${address}`, async () => {
    const links = (await mailsTo(platform, address)).flatMap((mail) => mail.text.match(/https?:\/\/\S+\/verification\/confirmation\?\S+/) ?? []);
    return links[count - 1];
  });
}
