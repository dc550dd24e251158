import { escape } from '../site/html.ts';

/** The club's pages, as plain as can be: the point is what happens between them. */

const layout = (title: string, content: string): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · The club</title></head>
<body><main><h1>${title}</h1>
${content}
</main></body>
</html>`;

/** Where members come in: with their PIN, or the first time with their word. */
export function homePage(note: string): string {
  return layout('The club', `${note === '' ? '' : `<p role="alert">${escape(note)}</p>`}
<p><a href="/sign-in">Sign in with your PIN</a></p>
<p><a href="/join">First time on this device</a></p>`);
}

/** The club's own verification. */
export function confirmPage(): string {
  return layout('First time on this device', `<form method="post" action="/join">
<p><label>Member <input name="member" autocomplete="username" required></label></p>
<p><label>Your word <input name="word" type="password" autocomplete="current-password" required></label></p>
<p><button type="submit">Choose a PIN</button></p>
</form>`);
}

/** What members see. */
export function memberPage(member: string): string {
  return layout('Welcome', `<p>You are <strong>${escape(member)}</strong>.</p>`);
}
