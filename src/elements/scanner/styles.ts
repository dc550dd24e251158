import { css } from 'lit';

/** The camera's picture with a frame that says where to hold the code. */
export const scannerStyles = css`
  :host { display: flex; flex-direction: column; align-items: center; gap: 12px; }
  .view { position: relative; inline-size: min(280px, 100%); aspect-ratio: 1; overflow: hidden; border-radius: var(--_control-radius); border: 1px solid var(--_line); background: var(--_surface-2); }
  video { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .view::after { content: ''; position: absolute; inset: 14%; border: 3px solid #fff; border-radius: 16px; box-shadow: 0 0 0 999px #0006; }
  .view.waiting::after { display: none; }
  p { margin: 0; min-block-size: 44px; text-align: center; color: var(--_muted); }
  p.bad { color: var(--_danger); }

  @media (forced-colors: active) {
    .view::after { border-color: Highlight; }
  }
`;
