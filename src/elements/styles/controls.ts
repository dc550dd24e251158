import { css } from 'lit';

/** Buttons. */
export const controlStyles = css`
  button { font: inherit; color: inherit; margin: 0; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
  button:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  [aria-disabled='true'] { cursor: default; }

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
    overflow-wrap: anywhere;
    transition: filter var(--_duration) ease-out;
  }
  .button.soft { background: var(--_surface-2); color: var(--_text); }
  .button:active { filter: brightness(0.9); transition: none; }
  .button[aria-disabled='true'] { background: var(--_surface-2); color: var(--_muted); filter: none; }
  .link {
    align-self: center;
    justify-self: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 4px 8px;
    border: 0;
    border-radius: 12px;
    background: none;
    color: var(--_accent);
    font-weight: 550;
    line-height: 1.2;
  }
  /* Side by side, each in two lines where it has to be, so that a screen's height does not hang on the language. */
  .actions { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); place-items: center; min-block-size: 44px; inline-size: 100%; text-align: center; }
  .link[aria-disabled='true'] { color: var(--_muted); }

  .spinner { flex: none; inline-size: 18px; block-size: 18px; border-radius: 50%; border: 2px solid currentColor; border-inline-end-color: transparent; animation: spin 0.8s linear infinite; }
  @keyframes spin { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { display: none; } }

  @media (forced-colors: active) {
    .frame, .button, .badge { border: 1px solid ButtonText; }
    .link { text-decoration: underline; }
    .button[aria-disabled='true'], .link[aria-disabled='true'] { color: GrayText; border-color: GrayText; }
  }
`;
