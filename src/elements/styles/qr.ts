import { css } from 'lit';

/** A QR code, dark on light in every theme, as its readers need it. */
export const qrStyles = css`
  .qr {
    align-self: center;
    inline-size: min(200px, 100%);
    aspect-ratio: 1;
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_control-radius);
    background: #fff;
    forced-color-adjust: none;
  }
  .qr svg { inline-size: 100%; block-size: 100%; }
  .qr path { fill: #000; }
`;
