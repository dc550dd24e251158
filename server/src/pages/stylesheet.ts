/**
 * The style of the platform's own pages: the look of the PIN-pad's card, light and dark, mirrored by logical
 * properties, fluid from 280 px, with borders that survive forced colours.
 */
export const stylesheet = `:root {
  color-scheme: light dark;
  --page: #eef0f4; --accent: #2f5bea; --on-accent: #fff; --surface: #fff; --surface-2: #f4f5f8; --line: #dde0e8; --edge: #8a91a1;
  --text: #14171f; --muted: #5b6272; --danger: #c2281d; --danger-2: #fdeceb; --ok: #12794a; --ok-2: #e7f5ee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0c0e12; --accent: #8ea8ff; --on-accent: #0b1020; --surface: #171a21; --surface-2: #1f232c; --line: #2c313c; --edge: #737b8c;
    --text: #eef0f5; --muted: #a2a9b8; --danger: #ff8f84; --danger-2: #3a1c1b; --ok: #6fd6a5; --ok-2: #15301f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-block-size: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--page); color: var(--text);
  font: 0.9375rem/1.47 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans Arabic", sans-serif;
}
.card {
  inline-size: 100%; max-inline-size: 26.25rem; padding: 1.5rem; display: grid; gap: 1.25rem; border-radius: 1.5rem;
  border: 1px solid var(--line); background: var(--surface); box-shadow: 0 1px 2px #1018280d, 0 12px 32px #10182814;
}
.top { display: flex; align-items: center; gap: 0.75rem; min-block-size: 2.75rem; font-weight: 600; overflow-wrap: anywhere; }
.mark { inline-size: 2rem; block-size: 2rem; flex: none; display: grid; place-items: center; border-radius: 0.625rem; background: var(--accent); color: var(--on-accent); }
.logo { flex: none; max-block-size: 2.75rem; max-inline-size: 8rem; object-fit: contain; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
h1 { margin: 0; font-size: 1.375rem; line-height: 1.27; font-weight: 650; text-wrap: balance; }
p { margin: 0; color: var(--muted); }
p b, p bdi { color: var(--text); font-weight: 600; overflow-wrap: anywhere; }
dl { margin: 0; padding: 0.875rem 1rem; display: grid; gap: 0.75rem; border-radius: 1rem; background: var(--surface-2); }
dt { color: var(--muted); font-size: 0.8125rem; }
dd { margin: 0; font-weight: 550; overflow-wrap: anywhere; }
.note { padding: 0.875rem 1rem; border-radius: 1rem; background: var(--danger-2); color: var(--danger); border-inline-start: 4px solid currentColor; }
.done { padding: 0.875rem 1rem; border-radius: 1rem; background: var(--ok-2); color: var(--ok); border-inline-start: 4px solid currentColor; overflow-wrap: anywhere; }
.code { padding: 0.875rem; border-radius: 1.125rem; background: var(--surface-2); color: var(--text); text-align: center; font: 650 2rem/1.2 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
form { display: grid; gap: 1.25rem; }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
legend { padding: 0; margin-block-end: 0.75rem; font-weight: 600; }
.numbers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.75rem; direction: ltr; }
.numbers label {
  position: relative; display: grid; place-items: center; min-block-size: 4.5rem; border: 2px solid var(--edge); border-radius: 1.125rem;
  font: 650 1.75rem/1 system-ui, sans-serif; font-variant-numeric: tabular-nums; cursor: pointer;
}
.numbers input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
.numbers label:has(:checked) { border-color: var(--accent); background: var(--surface-2); box-shadow: inset 0 0 0 2px var(--accent); text-decoration: underline; }
.numbers label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 3px; }
.actions { display: grid; gap: 0.75rem; }
button { min-block-size: 3.25rem; padding: 0.5rem 1rem; border: 1px solid transparent; border-radius: 1rem; background: var(--surface-2); color: var(--text); font: inherit; font-size: 1rem; font-weight: 600; cursor: pointer; }
button.primary { background: var(--accent); color: var(--on-accent); }
:is(button, a):focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.bare { inline-size: 100%; max-inline-size: 26.25rem; display: grid; gap: 1rem; justify-items: center; }
.bare .top { display: none; }
.bare mpin-pinpad { inline-size: 100%; min-block-size: 732px; display: block; }
h1.to { font-size: 1.0625rem; font-weight: 600; text-align: center; overflow-wrap: anywhere; } .purpose { text-align: center; overflow-wrap: anywhere; }
.wide { inline-size: 100%; max-inline-size: 46rem; padding: 1.5rem; display: grid; gap: 1.5rem; border-radius: 1.5rem; border: 1px solid var(--line); background: var(--surface); }
.wide section { display: grid; gap: 0.75rem; min-inline-size: 0; }
h2 { margin: 0; font-size: 1.125rem; } h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.entries { list-style: none; padding: 0; gap: 1rem; }
.entries li { padding: 1rem; display: grid; gap: 0.5rem; border: 1px solid var(--line); border-radius: 1rem; }
.wide form { gap: 0.75rem; }
.wide label { display: grid; gap: 0.25rem; font-weight: 550; } .wide label.choice { display: flex; gap: 0.5rem; align-items: center; }
.wide :is(input:not([type]), textarea) { inline-size: 100%; min-block-size: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge); border-radius: 0.75rem; background: var(--surface); color: var(--text); font: inherit; }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; } th, td { padding: 0.5rem 0.25rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; border-block-end: 1px solid var(--line); }
@media (max-width: 40rem) {
  table, tbody { display: block; } tbody tr { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; padding-block: 0.75rem; border-block-end: 1px solid var(--line); } tbody tr:last-child { border: 0; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  th, td { padding: 0.125rem 0; border: 0; } tbody :is(th, td)::before { content: attr(data-label); content: attr(data-label) / ""; display: block; color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
}
ul { margin: 0; padding-inline-start: 1.25rem; display: grid; gap: 0.5rem; overflow-wrap: anywhere; }
ol { margin: 0; padding-inline-start: 1.5rem; display: grid; gap: 0.5rem; }
details { inline-size: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--surface); } details > * + * { margin-block-start: 0.75rem; }
summary { min-block-size: 2.75rem; display: flex; align-items: center; justify-content: center; color: var(--accent); font-weight: 600; cursor: pointer; }
.qr { inline-size: min(12.5rem, 100%); aspect-ratio: 1; margin-inline: auto; background: #fff; forced-color-adjust: none; } .qr path { fill: #000; stroke: none; }
[hidden] { display: none; }
a { color: var(--accent); font-weight: 600; }
button.quiet { background: none; color: var(--accent); }
.message { text-align: center; justify-items: center; padding-block-end: 2.5rem; }
.message .top { justify-self: start; }
.contact { padding-block-start: 1rem; border-block-start: 1px solid var(--line); font-size: 0.8125rem; overflow-wrap: anywhere; }
.bare .contact { border: 0; text-align: center; }
.badge { inline-size: 4.5rem; block-size: 4.5rem; margin-block-start: 1.5rem; display: grid; place-items: center; border-radius: 50%; background: var(--ok-2); color: var(--ok); }
.badge.no { background: var(--danger-2); color: var(--danger); }
.badge.plain { background: var(--surface-2); color: var(--accent); }
@media (forced-colors: active) { button, dl, .badge, .code, .done { border: 1px solid CanvasText; } .numbers label:has(:checked) { outline: 4px solid Highlight; } }
`;
