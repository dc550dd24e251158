import { css } from 'lit';

/** Fields, options, lists and notes: what only the screens that are fetched later have. */
export const setUpStyles = css`
  .grow { flex: 1; }
  .stack { display: grid; gap: 10px; }
  .error { color: var(--_danger); font-size: 0.875rem; }
  .field { display: grid; gap: 6px; }
  label { font-size: 0.875rem; font-weight: 550; }
  .input {
    inline-size: 100%;
    min-block-size: 52px;
    padding: 8px 16px;
    border: 1.5px solid var(--_field-line);
    border-radius: calc(var(--_control-radius) - 2px);
    background: var(--_surface);
    color: var(--_text);
    font: 400 1rem/1.25 var(--_font);
  }
  .input:focus-visible { border-color: var(--_accent); outline: 2px solid var(--_focus); outline-offset: 0; }
  .input[aria-invalid='true'] { border-color: var(--_danger); }
  .input.code { text-align: center; font-size: 1.75rem; font-weight: 600; letter-spacing: 0.25em; text-indent: 0.25em; font-variant-numeric: tabular-nums; }

  .note { display: flex; align-items: center; gap: 10px; min-block-size: 50px; padding: 12px 16px; border-radius: var(--_control-radius); background: var(--_surface-2); color: var(--_text); }
  .note.bad { background: var(--_danger-tint); color: var(--_danger); }
  .note.ok { background: var(--_ok-tint); color: var(--_ok); }
  .match { padding: 14px; border-radius: 18px; background: var(--_surface-2); color: var(--_text); font-size: 2.75rem; line-height: 1; font-weight: 650; text-align: center; font-variant-numeric: tabular-nums; }

  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 72px;
    padding: 8px 14px;
    border: 1.5px solid var(--_line);
    border-radius: 18px;
    background: var(--_surface);
    text-align: start;
    font-weight: 600;
    font-size: 1rem;
    line-height: 1.3;
  }
  .option.quiet { border-color: transparent; background: none; min-block-size: 64px; font-weight: 550; font-size: 0.9375rem; }
  .option > .label { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .option small { display: block; font-weight: 400; font-size: 0.8125rem; color: var(--_muted); }
  .row { display: flex; align-items: center; border-radius: 18px; }
  .row.current { background: var(--_surface-2); }
  .row > .option { flex: 1; min-inline-size: 0; }
  .row > .icon { margin-inline-end: 4px; }
  .option.still { cursor: default; }
  .option.still:hover { background: none; }
  .button.danger { background: var(--_danger); color: var(--_surface); }
  .link.danger { color: var(--_danger); }
  .tile { flex: none; display: grid; place-items: center; inline-size: 44px; block-size: 44px; border-radius: 14px; background: var(--_surface-2); color: var(--_accent); }
  .document { max-block-size: 240px; padding: 12px 16px; overflow: auto; border: 1px solid var(--_line); border-radius: var(--_control-radius); background: var(--_surface-2); color: var(--_text); white-space: pre-wrap; overflow-wrap: anywhere; }
  .document:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .fingerprint { font-family: ui-monospace, monospace; }
  ul { display: grid; gap: 4px; margin: 0; padding: 0; list-style: none; }
  .option:hover { background: var(--_surface-3); }

  @media (forced-colors: active) {
    .note, .match, .option { border: 1px solid ButtonText; }
    .row.current { outline: 2px solid Highlight; outline-offset: 2px; }
    .input[aria-invalid='true'] { border-width: 3px; }
  }
`;
