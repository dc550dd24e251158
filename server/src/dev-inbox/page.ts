import { html } from '../text/html.ts';
import type { Html } from '../text/html.ts';
import type { InboxMail } from './inbox.ts';

const noStore = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

/** The list's page shows mails in frames of its own origin and runs nothing. */
export const inboxHeaders: Readonly<Record<string, string>> = {
  ...noStore,
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
};

/** A mail's HTML is shown in a sandbox: styled, with links that open in a new tab, and nothing else. */
export const mailHeaders: Readonly<Record<string, string>> = {
  ...noStore,
  'content-security-policy': "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'",
};

export const inboxStylesheet = `:root { color-scheme: light dark; --page: #eef0f4; --surface: #fff; --line: #dde0e8; --text: #14171f; --muted: #5b6272; --accent: #2f5bea; }
@media (prefers-color-scheme: dark) { :root { --page: #0c0e12; --surface: #171a21; --line: #2c313c; --text: #eef0f5; --muted: #a2a9b8; --accent: #8ea8ff; } }
body { margin: 0 auto; max-inline-size: 44rem; padding: 1.5rem 1rem; background: var(--page); color: var(--text); font: 0.9375rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h1 { font-size: 1.375rem; } h2 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
a { color: var(--accent); overflow-wrap: anywhere; } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
article { margin-block: 1rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--surface); }
.meta { margin: 0.25rem 0 1rem; color: var(--muted); font-size: 0.875rem; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
summary { margin-block-start: 1rem; min-block-size: 2.75rem; cursor: pointer; color: var(--accent); }
iframe { inline-size: 100%; block-size: 30rem; border: 1px solid var(--line); border-radius: 0.75rem; }
`;

/** Everything that the platform sent, newest first. */
export function inboxPage(mails: readonly InboxMail[]): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Development inbox (${mails.length})</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dev/inbox.css">
</head>
<body>
<header><h1>Development inbox</h1><a href="/dev/inbox">Refresh</a></header>
<main>
<p class="meta">Mails that the platform would send. They stay in memory and go when it stops.</p>
${mails.length === 0 ? html`<p>No mail yet.</p>` : mails.map(article)}
</main>
</body>
</html>
`.toString();
}

function article(mail: InboxMail, index: number): Html {
  return html`<article>
<h2 dir="auto">${mail.subject}</h2>
<p class="meta">To <bdi>${mail.to}</bdi> · <time datetime="${mail.receivedAt}">${mail.receivedAt.slice(0, 19).replace('T', ' ')} UTC</time></p>
<div class="text" dir="auto">${withLinks(mail.text)}</div>
<details><summary>As HTML</summary><iframe src="/dev/inbox/${index}.html" title="${mail.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe></details>
</article>`;
}

/** Makes the mail's own link clickable, as a mail program would. */
function withLinks(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 0 ? html`${part}` : html`<a href="${part}">${part}</a>`));
}
