import { css } from 'lit';

/** Keys at other places, keys that make room for the device's keyboard, and the switches for both. */
export const keypadOptionStyles = css`
  .keys[hidden] { display: none; }
  .at-1 { order: 1; } .at-2 { order: 2; } .at-3 { order: 3; } .at-4 { order: 4; } .at-5 { order: 5; } .at-6 { order: 6; }
  .at-7 { order: 7; } .at-8 { order: 8; } .at-9 { order: 9; } .at-10 { order: 10; } .at-11 { order: 11; } .at-12 { order: 12; }
  .keypad-options { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
  .toggle { min-block-size: 44px; padding: 4px 14px; border: 1.5px solid var(--_field-line); border-radius: 22px; background: none; color: var(--_muted); font-size: 0.875rem; font-weight: 550; }
  .toggle[aria-pressed='true'] { border-color: var(--_accent); color: var(--_accent); }
  .toggle[aria-pressed='true']::before { content: '\\2713\\00a0'; content: '\\2713\\00a0' / ''; }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] { border-color: Highlight; color: Highlight; }
  }
`;
