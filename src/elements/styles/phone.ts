import { css } from 'lit';

/** Addresses and what is known of a request. Addresses run from left to right in every language. */
export const phoneStyles = css`
  .grow { flex: 1; }
  .address { color: var(--_text); text-align: center; text-wrap: balance; font-weight: 550; user-select: all; }
  .facts { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 8px 12px; margin: 0; padding: 12px 16px; border-radius: var(--_control-radius); background: var(--_surface-2); color: var(--_text); }
  .facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
  dt, dd { overflow-wrap: anywhere; }
  dt { color: var(--_muted); }
  dd { margin: 0; font-weight: 550; font-variant-numeric: tabular-nums; text-align: start; }

  @media (forced-colors: active) {
    .facts { border: 1px solid ButtonText; }
  }
`;
