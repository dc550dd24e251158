import { createHash } from 'node:crypto';

/** The console's style, beside that of all pages (pages/stylesheet.ts), whose colours it uses. */
export const consoleStylesheet = `body.console { display: block; place-items: normal; padding: 0; }
.console .skip { position: absolute; inset-inline-start: -100vw; } .console .skip:focus { inset-inline-start: 1rem; inset-block-start: 0.5rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 1; }
.console header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.625rem 1.25rem; background: var(--surface); border-block-end: 1px solid var(--line); }
.console header a { color: var(--text); text-decoration: none; } .console header .brand { display: flex; align-items: center; gap: 0.625rem; font-weight: 650; min-block-size: 2.75rem; }
.console header .who { margin-inline-start: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; min-inline-size: 0; color: var(--muted); font-size: 0.875rem; overflow-wrap: anywhere; }
.console header form { display: block; }
.console nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.125rem; padding: 0; margin: 0; }
.console nav.project { padding: 0.375rem 0.875rem; font-size: 0.875rem; background: var(--surface); border-block-end: 1px solid var(--line); }
.console nav.project a { display: block; padding: 0.75rem 0.375rem; border-radius: 0.75rem; color: var(--muted); text-decoration: none; }
.console nav.project a:hover { background: var(--surface-2); } .console nav.project a[aria-current] { background: var(--surface-2); color: var(--text); box-shadow: inset 0 -2px var(--accent); }
.console main { max-inline-size: 80rem; margin-inline: auto; padding: 1.5rem 1.25rem 4rem; display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
.console main p { max-inline-size: 48rem; } .console .where { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; color: var(--muted); } .console .where bdi { overflow-wrap: anywhere; }
.console .panel { padding: 1.25rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); border: 1px solid var(--line); border-radius: 1.25rem; background: var(--surface); }
.console .secret { padding: 1rem; display: grid; gap: 0.5rem; border: 2px solid var(--accent); border-radius: 1rem; background: var(--surface); } .console code { font: 0.875rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.console .secret code { padding: 0.75rem; border-radius: 0.75rem; background: var(--surface-2); color: var(--text); user-select: all; }
.console .scroll { overflow-x: auto; } .console .scroll:focus-visible { outline: 3px solid var(--accent); }
.console table { table-layout: auto; } .console th { color: var(--muted); font-size: 0.8125rem; font-weight: 600; } .console :is(th, td) { padding: 0.625rem 0.5rem; overflow-wrap: break-word; } .console td code { overflow-wrap: break-word; } .console td .id, .console th .id { display: inline-block; inline-size: max-content; max-inline-size: 16rem; overflow-wrap: break-word; vertical-align: top; } .console td .address { display: inline-block; min-inline-size: 9.5rem; } .console td.num { font-variant-numeric: tabular-nums; text-align: end; } .console th.num { text-align: end; }
.console form { gap: 1rem; } .console form.line { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; }
.console .field { display: grid; gap: 0.25rem; min-inline-size: 0; } .console form.line .field { flex: 0 1 16rem; } .console label, .console legend { font-weight: 600; margin: 0; }
.console :is(input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea) { inline-size: 100%; max-inline-size: 36rem; min-block-size: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge); border-radius: 0.75rem; background: var(--surface); color: var(--text); font: inherit; }
.console :is(input, select, textarea):focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; } .console [aria-invalid=true] { border: 2px solid var(--danger); }
.console .choice { display: flex; gap: 0.625rem; align-items: center; min-block-size: 2.75rem; font-weight: 500; } .console .choice input { inline-size: 1.25rem; block-size: 1.25rem; flex: none; accent-color: var(--accent); }
.console .help { color: var(--muted); font-size: 0.8125rem; font-weight: 400; } .console .problem { color: var(--danger); font-size: 0.875rem; font-weight: 600; } .console .now { color: var(--muted); font-size: 0.875rem; border-inline-start: 3px solid var(--accent); padding-inline-start: 0.5rem; white-space: pre-line; overflow-wrap: anywhere; }
.console fieldset { display: grid; gap: 0.75rem; } .console button, .console a.button { min-block-size: 2.75rem; padding: 0.375rem 1rem; border-radius: 0.75rem; justify-self: start; border: 1px solid var(--line); font-size: 0.9375rem; }
.console a.button { display: inline-flex; align-items: center; background: var(--accent); color: var(--on-accent); text-decoration: none; } .console button.danger { background: var(--danger-2); color: var(--danger); } .console button.plain { background: none; border-color: transparent; color: var(--accent); padding-inline: 0.25rem; }
.console .buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
.console .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; } .console figure { margin: 0; display: grid; gap: 0.5rem; padding: 1rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--surface); min-inline-size: 0; }
.console figcaption { display: flex; justify-content: space-between; gap: 1rem; font-weight: 600; } .console figcaption b { font-variant-numeric: tabular-nums; } .console figure svg { inline-size: 100%; block-size: auto; stroke: none; } .console .bar { fill: var(--accent); } .console .bar.bad { fill: var(--danger); } .console .axis { stroke: var(--edge); stroke-width: 1; } .console :is(time span, th span[dir=ltr]) { white-space: nowrap; } .console figure text { fill: var(--muted); font-size: 13px; stroke: none; }
.console summary { min-block-size: 2.75rem; padding-block: 0.625rem; font-weight: 600; color: var(--accent); cursor: pointer; } .console summary:focus-visible { outline: 3px solid var(--accent); }
.console .tag { display: inline-block; padding: 0.125rem 0.5rem; border-radius: 0.5rem; background: var(--surface-2); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; } .console .tag.ok { background: var(--ok-2); color: var(--ok); } .console .tag.no { background: var(--danger-2); color: var(--danger); }
.console .cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1rem; } .console .cards li { padding: 1.25rem; display: grid; gap: 0.5rem; align-content: start; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--surface); }
.console .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem; }
@media (max-width: 40rem) { .console nav.project ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); } .console :is(th, td, th.num, td.num) { text-align: start; } .console :is(th, td) { padding: 0.125rem 0; } .console th span[dir=ltr] { white-space: normal; } .console :is(td, th) .id { max-inline-size: 100%; } }
@media (forced-colors: active) { .console .bar { fill: CanvasText; } .console nav.project a[aria-current] { outline: 2px solid Highlight; } .console :is(.secret, .tag, figure, .panel) { border: 1px solid CanvasText; } }
`;

/** Where it is served; named by its content, so that it may be cached for ever. */
export const consoleStylesheetPath = `/console/${createHash('sha256').update(consoleStylesheet).digest('hex').slice(0, 12)}.css`;
