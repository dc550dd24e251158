import { escape } from './html.ts';
import type { Texts } from './texts.ts';

interface Common {
  lang: string;
  texts: Texts;
}

/** The landing page. All that embedding takes is its script tag, its `<mpin-pinpad>`, and public/sign-in.js. */
export function landingPage({ lang, texts, platform, project, nonce, signedOut }: Common & { platform: string; project: string | undefined; nonce: string; signedOut: boolean }): string {
  const points = texts.points.map(([title, text]) => `<li><b>${title}</b><span>${text}</span></li>`).join('');
  const scripts = `<script src="/sign-in.js"></script>
<script type="module" src="${escape(platform)}/mpin-pinpad.js"></script>`;
  return document({ lang, texts, title: texts.title, scripts }, `<header><a class="brand" href="/?lang=${lang}">${mark}${texts.title}</a></header>
<main class="landing">
<section class="pitch">
<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>
<ul class="points">${points}</ul>
</section>
<section class="sign-in" aria-label="${texts.signIn}">
<p class="notice" id="notice" role="status">${signedOut ? texts.signedOut : ''}</p>
<mpin-pinpad server="${escape(platform)}"${project === undefined ? '' : ` project="${escape(project)}"`} sign-in-nonce="${escape(nonce)}" lang="${lang}"></mpin-pinpad>
<div class="fallback" id="fallback" hidden><p id="reason" data-unavailable="${texts.unavailable}" data-refused="${texts.refused}"></p><a class="button" href="/?lang=${lang}">${texts.tryAgain}</a></div>
<noscript><p class="notice">${texts.needsScript}</p></noscript>
</section>
</main>`);
}

/** The protected page. */
export function accountPage({ lang, texts, userId }: Common & { userId: string }): string {
  const rows = texts.movements.map(([who, what, amount]) => `<li><span><b>${who}</b><small>${what}</small></span><bdi class="amount">${amount}</bdi></li>`).join('');
  const scripts = '<script src="/account.js" defer></script>';
  return document({ lang, texts, title: `${texts.account} · ${texts.title}`, scripts }, `<header>
<a class="brand" href="/account?lang=${lang}">${mark}${texts.title}</a>
<form method="post" action="/sign-out?lang=${lang}"><button class="button quiet">${texts.signOut}</button></form>
</header>
<main class="account">
<p class="who">${texts.signedInAs} <bdi id="user">${escape(userId)}</bdi></p>
<h1>${texts.greeting}</h1>
<section class="balance"><span>${texts.balance}</span><bdi class="total">${texts.amounts.total}</bdi></section>
<ul class="accounts">
<li><span>${texts.everyday}<small><bdi>•••• 4821</bdi></small></span><bdi class="amount">${texts.amounts.everyday}</bdi></li>
<li><span>${texts.savings}<small><bdi>•••• 7310</bdi></small></span><bdi class="amount">${texts.amounts.savings}</bdi></li>
</ul>
<h2>${texts.recent}</h2>
<ul class="movements">${rows}</ul>
</main>`);
}

const mark = '<svg class="mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="10"/><path d="M9 22V10l14 12V10"/></svg>';

function document({ lang, texts, title, scripts = '' }: Common & { title: string; scripts?: string }, body: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${texts.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/site.css">
${scripts}
</head>
<body>
${body}
<footer>${texts.footer}</footer>
</body>
</html>
`;
}
