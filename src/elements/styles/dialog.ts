import { css } from 'lit';

/**
 * The dialog around the card: fetched with it.
 *
 * @cssproperty [--mpin-backdrop=#10182899] - Over the page behind the dialog.
 */
export const dialogStyles = css`
  dialog {
    container-type: inline-size;
    inline-size: 100%;
    max-inline-size: min(var(--mpin-width, 360px), 100vw - 16px);
    max-block-size: calc(100dvh - 16px);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop { background: var(--mpin-backdrop, #10182899); }
  @media (max-height: 560px) and (min-width: 600px) {
    dialog { max-inline-size: min(var(--mpin-width-low, 680px), 100vw - 16px); }
  }
  dialog[open] { animation: arrive var(--_duration) ease-out; }
`;
