import { css } from 'lit';

/** A one-time password: its digits, the time that is left, what can be done. It stands on whatever surface it is put on. */
export const otpStyles = css`
  :host { display: grid; color-scheme: inherit; color: var(--_text); font: 400 0.9375rem/1.4667 var(--_font); text-align: center; }
  :host([hidden]) { display: none; }
  .within { display: flex; flex-direction: column; gap: 16px; min-inline-size: 0; }
  *, ::before, ::after { box-sizing: border-box; }
  p { margin: 0; color: var(--_muted); overflow-wrap: anywhere; }
  .digits {
    display: flex;
    justify-content: center;
    gap: 0.4em;
    padding: 0.5em 0.25em;
    border: 1px solid transparent;
    border-radius: var(--_control-radius);
    background: var(--_surface-2);
    color: var(--_text);
    font-size: clamp(2rem, 15cqi, 3rem);
    font-weight: 650;
    line-height: 1;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
    user-select: all;
    -webkit-user-select: all;
  }
  .gone { padding: 1.25em; border: 1px solid transparent; border-radius: var(--_control-radius); background: var(--_danger-tint); color: var(--_danger); }
  .gone b { display: block; }
  .fill { flex: 1; }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; -webkit-user-select: none; }

  .left { display: grid; gap: 8px; }
  .time { color: var(--_text); font-weight: 550; font-variant-numeric: tabular-nums; }
  progress { appearance: none; inline-size: 100%; block-size: 8px; border: 0; border-radius: 4px; overflow: hidden; background: var(--_surface-3); }
  progress::-webkit-progress-bar { background: var(--_surface-3); }
  progress::-webkit-progress-value { border-radius: 4px; background: var(--_accent); transition: inline-size 1s linear; }
  progress::-moz-progress-bar { border-radius: 4px; background: var(--_accent); }
  @media (prefers-reduced-motion: reduce) { progress::-webkit-progress-value { transition: none; } }
  @media (forced-colors: active) {
    .digits, .gone { border-color: CanvasText; }
    progress { border: 1px solid CanvasText; appearance: auto; }
  }
`;
