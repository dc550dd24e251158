import { css } from 'lit';

/** What the PIN-pad's frame has beside the card and the buttons that other elements have too: its first line's buttons, the chip, messages. */
export const padStyles = css`
  :host([mode='dialog']:not([hidden])) { display: contents; }
  ::slotted(:is([slot='header'], [slot='help'], [slot='footer'])) { margin-block-start: 16px; }

  .icon { flex: none; display: grid; place-items: center; inline-size: 44px; block-size: 44px; margin-inline-end: -10px; padding: 0; border: 0; border-radius: 22px; background: none; color: var(--_muted); }
  .icon:hover, button.chip:hover { background: var(--_surface-3); }
  :dir(rtl) > .mirrored { transform: scaleX(-1); }

  h2:focus { outline: none; }
  .middle { text-align: center; }
  .says { display: grid; gap: 16px; }
  .time { font-variant-numeric: tabular-nums; }
  .skeleton.block { block-size: 52px; }

  .chip {
    justify-self: center;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    max-inline-size: 100%;
    padding-block: 4px;
    padding-inline: 14px 10px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--_surface-2);
    font-size: 0.875rem;
    font-weight: 550;
    line-height: 1.2;
  }
  .chip bdi { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .chip.still { padding-inline: 14px; }

  @media (forced-colors: active) {
    .chip { border: 1px solid ButtonText; }
  }
`;
