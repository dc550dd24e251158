import { css } from 'lit';

/** The number and its ring. Digits run from left to right in every language. */
export const accessNumberStyles = css`
  /* What the number's own screen takes, so that nothing jumps when another follows. */
  .frame { min-block-size: var(--mpin-height, 632px); }
  :host([bare]) { flex: 1; display: flex; flex-direction: column; max-inline-size: none; min-inline-size: 0; }
  .within { flex: 1; display: flex; flex-direction: column; }
  .screen { align-items: center; gap: 12px; text-align: center; }
  .screen h2 { align-self: stretch; }

  .number {
    direction: ltr;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.35em;
    margin: 0;
    color: var(--_text);
    font-size: clamp(2.25rem, 12.5cqi, 2.75rem);
    line-height: 1.1;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
    user-select: all;
  }
  .number .visually-hidden { user-select: none; -webkit-user-select: none; }
  .stale :is(.qr, .number) { opacity: 0.35; }

  .ring { position: relative; display: grid; place-items: center; inline-size: 76px; block-size: 76px; font-size: 1.375rem; font-weight: 650; font-variant-numeric: tabular-nums; }
  .ring svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; fill: none; stroke-width: 6; transform: rotate(-90deg); }
  .ring .track { stroke: var(--_surface-3); }
  .ring .left { stroke: var(--_accent); stroke-linecap: round; }

  .status { align-content: center; min-block-size: 64px; }
  .status.strong { color: var(--_text); font-weight: 550; }
  .status bdi { color: var(--_text); font-weight: 550; overflow-wrap: anywhere; user-select: all; }
  .request { font-size: 0.8125rem; color: var(--_accent); overflow-wrap: anywhere; border-radius: 4px; display: grid; align-content: center; min-block-size: 44px; }
  .request:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }

  @media (forced-colors: active) {
    .ring .track { stroke: GrayText; }
    .ring .left { stroke: Highlight; }
    .stale :is(.qr, .number) { opacity: 1; }
  }
`;
