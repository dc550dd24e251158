import { css } from 'lit';

/** Buttons, fields, options, lists and notes. */
export const controlStyles = css`
  button { font: inherit; color: inherit; margin: 0; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
  button:focus-visible, input:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  [aria-disabled='true'] { cursor: default; }
  .stack { display: grid; gap: 10px; }

  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 8px 16px;
    border: 1px solid transparent;
    border-radius: var(--_control-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    font-size: 1rem;
    line-height: 1.25;
    transition: filter var(--_duration) ease-out;
  }
  .button.soft { background: var(--_surface-2); color: var(--_text); }
  .button:active { filter: brightness(0.9); transition: none; }
  .button[aria-disabled='true'] { background: var(--_surface-2); color: var(--_muted); filter: none; }
  .link {
    align-self: center;
    justify-self: center;
    min-block-size: 44px;
    padding: 4px 12px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--_accent);
    font-weight: 550;
  }
  .link[aria-disabled='true'] { color: var(--_muted); }
  .time { font-variant-numeric: tabular-nums; }
  .icon { flex: none; display: grid; place-items: center; inline-size: 44px; block-size: 44px; margin-inline-end: -10px; padding: 0; border: 0; border-radius: 22px; background: none; color: var(--_muted); }
  .icon:hover, .chip:hover, .option:hover { background: var(--_surface-3); }

  .spinner { flex: none; inline-size: 18px; block-size: 18px; border-radius: 50%; border: 2px solid currentColor; border-inline-end-color: transparent; animation: spin 0.8s linear infinite; }
  @keyframes spin { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { display: none; } }

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
  .input:focus-visible { border-color: var(--_accent); outline: 3px solid color-mix(in srgb, var(--_focus) 45%, transparent); outline-offset: 0; }
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
  .option.quiet { border-color: transparent; min-block-size: 64px; font-weight: 550; font-size: 0.9375rem; }
  .option.current { background: var(--_surface-2); }
  .option > .label { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .option small { display: block; font-weight: 400; font-size: 0.8125rem; color: var(--_muted); }
  .tile { flex: none; display: grid; place-items: center; inline-size: 44px; block-size: 44px; border-radius: 14px; background: var(--_surface-2); color: var(--_accent); }
  ul { display: grid; gap: 4px; margin: 0; padding: 0; list-style: none; }

  .chip {
    justify-self: center;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: 4px 10px 4px 14px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--_surface-2);
    font-size: 0.875rem;
    font-weight: 550;
    line-height: 1.2;
  }
  .chip bdi { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .chip:dir(rtl) { padding: 4px 14px 4px 10px; }

  @media (forced-colors: active) {
    .frame, .button, .chip, .note, .match, .option, .badge { border: 1px solid ButtonText; }
    .link { text-decoration: underline; }
    .button[aria-disabled='true'], .link[aria-disabled='true'] { color: GrayText; border-color: GrayText; }
    .option.current { outline: 2px solid Highlight; outline-offset: -4px; }
    .input[aria-invalid='true'] { border-width: 3px; }
  }
`;
