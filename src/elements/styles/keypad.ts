import { css } from 'lit';

/** Keypad, PIN field and message line: the same place and height on every screen that has them. */
export const keypadStyles = css`
  .screen.pad { gap: 12px; }
  .lead { display: grid; grid-template-columns: minmax(0, 1fr); align-content: center; justify-items: center; min-block-size: 44px; text-align: center; }
  .pin { display: grid; gap: 10px; margin-block-end: -10px; }
  .slots { position: relative; display: flex; justify-content: center; align-items: center; gap: 18px; block-size: 44px; margin-block: -10px; inline-size: fit-content; max-inline-size: 100%; padding-inline: 28px; margin-inline: auto; border-radius: 22px; }
  .slots:focus-within { outline: 3px solid transparent; }
  .slots:has(input:focus-visible) { outline: 2px solid var(--_focus); outline-offset: -10px; }
  .slots i { inline-size: 14px; block-size: 14px; border-radius: 50%; border: 2px solid var(--_muted); }
  .slots i.on { background: var(--_text); border-color: var(--_text); animation: land 120ms ease-out; }
  @keyframes land { from { transform: scale(0.6); } }
  .slots input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: 1rem;
    opacity: 0;
    cursor: text;
  }
  .wrong .slots i { border-color: var(--_danger); animation: shake 240ms ease-out; }
  @keyframes shake { 25%, 75% { transform: translateX(-6px); } 50%, 100% { transform: translateX(6px); } 100% { transform: none; } }
  .busy .slots i { animation: wave 900ms ease-in-out infinite alternate; }
  .busy .slots i:nth-child(2n) { animation-delay: 200ms; }
  @keyframes wave { to { transform: translateY(-4px); opacity: 0.5; } }

  .message { min-block-size: 2lh; line-height: 1.3334; text-align: center; text-wrap: balance; }
  .wrong .message { color: var(--_danger); font-weight: 600; }

  .keys { margin-block-end: 6px; display: grid; grid-template-columns: repeat(3, var(--_key)); gap: var(--_key-gap); justify-content: center; }
  .key {
    display: grid;
    place-items: center;
    inline-size: var(--_key);
    block-size: var(--_key);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_key-radius);
    background: var(--_surface-2);
    color: var(--_text);
    font-size: 1.625rem;
    line-height: 1;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    user-select: none;
    -webkit-user-select: none;
    transition: background-color var(--_duration) ease-out;
  }
  .key.plain { background: none; font-size: min(0.9375rem, var(--_key) * 0.28); font-weight: 550; color: var(--_muted); }
  @media (hover: hover) { .key:hover { background: color-mix(in srgb, var(--_surface-2), var(--_surface-3)); } }
  .key:active { background: var(--_surface-3); transition: none; }
  .key:focus-visible { outline-offset: 3px; }
  .resting .key { color: var(--_muted); }

  .purpose { display: grid; gap: 2px; text-align: center; color: var(--_text); }
  .amount { font-size: 1.375rem; line-height: 1.2728; font-weight: 650; font-variant-numeric: tabular-nums; }

  @media (max-height: 760px) {
    :host { --_key: min(var(--mpin-key-size, 60px), (100cqi - 2 * var(--_key-gap)) / 3); --_key-gap: var(--mpin-key-gap, 10px); }
  }
  @media (max-height: 560px) and (min-width: 600px) {
    :host { --_key: min(var(--mpin-key-size, 56px), (100cqi - 2 * var(--_key-gap)) / 3); --_key-gap: var(--mpin-key-gap, 8px); }
  }
  @container (min-width: 520px) {
    .screen.pad { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-content: center; align-items: center; gap: 8px 32px; }
    .pad > * { grid-column: 1; }
    .pad > .keys { grid-column: 2; grid-row: 1 / span 8; margin: 0; }
  }
  @media (forced-colors: active) {
    .key { border-color: ButtonText; }
    .resting .key { color: GrayText; border-color: GrayText; }
    .slots i { border-color: CanvasText; }
    .slots i.on { background: CanvasText; forced-color-adjust: none; }
    .slots:has(input:focus-visible) { outline-color: Highlight; }
  }
`;
