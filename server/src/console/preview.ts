import { composeMail } from '../mail/compose.ts';
import { enrolmentPage } from '../pages/index.ts';
import type { Look } from '../pages/index.ts';
import { consoleHeaders } from './frame.ts';

/** What a project's mails and pages look like; nothing in them works. */
export interface PreviewModel extends Look {
  readonly lang: string;
  readonly method: 'link' | 'code';
  readonly publicUrl: string;
  /** Stands where people would read their own. */
  readonly userId: string;
}

/** Something to look at, and the headers under which it runs nothing and sends nothing. */
export interface Preview {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const policy = (styles: string): Record<string, string> => ({
  ...consoleHeaders, 'content-security-policy': `sandbox; default-src 'none'; style-src ${styles}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
});

/** The mail that confirms an address. Mails carry their style in attributes, as mail programs want it. */
export function previewMail({ lang, projectName, brand, method, publicUrl }: PreviewModel): Preview {
  const data = { projectName, brand, deviceName: '', expiresInSeconds: 3600 };
  const { html: body } = composeMail(method === 'code' ? { lang, kind: 'confirm-code', data: { ...data, code: '123456' } } : { lang, kind: 'confirm-link', data: { ...data, link: publicUrl } });
  return { headers: policy("'unsafe-inline'"), body };
}

/** A page that people of the project meet, in its colours. */
export function previewPage(model: PreviewModel): Preview {
  return { headers: policy(model.publicUrl), body: enrolmentPage({ ...model, code: '' }) };
}
