import { composeMail } from '../mail/compose.ts';
import { sampleMail } from '../mail/sample.ts';
import type { SampleKind } from '../mail/sample.ts';
import { confirmationPage, enrolmentPage } from '../pages/index.ts';
import type { Look } from '../pages/index.ts';
import { html } from '../text/html.ts';
import { consoleHeaders } from './frame.ts';

/** What a project's mails and pages look like; nothing in them works. */
export interface PreviewModel extends Look {
  readonly lang: string;
  readonly publicUrl: string;
  /** Stands where people would read their own. */
  readonly userId: string;
  /** Unix seconds. */
  readonly now: number;
}

/** Pages that may be looked at. */
export const PREVIEW_PAGES = ['confirmation', 'enrolment'] as const;
export type PreviewPage = (typeof PREVIEW_PAGES)[number];

/** Something to look at, and the headers under which it runs nothing and sends nothing. */
export interface Preview {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const policy = (styles: string): Record<string, string> => ({
  ...consoleHeaders, 'content-security-policy': `sandbox; default-src 'none'; style-src ${styles}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
});

/** A mail under its subject. Mails carry their style in attributes, as mail programs want it. */
export function previewMail(model: PreviewModel, kind: SampleKind): Preview {
  const { subject, html: mail } = composeMail({ ...sampleMail(kind, model, model.publicUrl, model.now), lang: model.lang });
  const heading = html`<h1 dir="auto" style="max-width:480px;margin:0 auto 16px;font-size:18px">${subject}</h1>`.toString();
  return { headers: policy("'unsafe-inline'"), body: mail.replace(/<body[^>]*>/, (body) => `${body}\n${heading}`) };
}

/** A page that people of the project meet. */
export function previewPage(model: PreviewModel, which: PreviewPage): Preview {
  const body = which === 'enrolment' ? enrolmentPage({ ...model, code: '' }) : confirmationPage({ ...model, deviceName: 'Firefox, Linux', requestedAt: model.now, place: '', code: '' });
  return { headers: policy(model.publicUrl), body };
}
