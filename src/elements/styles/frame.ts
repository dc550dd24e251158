import { css } from 'lit';

/**
 * The card, its header, headings and text: what the number shows too.
 *
 * @cssproperty [--mpin-padding=24px] - Inside the card, at its sides.
 * @cssproperty [--mpin-width=360px] - The widest the card becomes; 280 to 420 px look right.
 * @cssproperty [--mpin-width-low=680px] - The same in a low window, where the keys stand beside the dots.
 * @cssproperty [--mpin-height=732px] - The least height of every screen.
 */
export const frameStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: min(280px, 100%);
    max-inline-size: var(--mpin-width, 360px);
  }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }

  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: var(--mpin-height, 732px);
    padding: 20px var(--mpin-padding, clamp(16px, 6.7cqi, 24px));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font: 400 0.9375rem/1.4667 var(--_font);
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .content {
    container-type: inline-size;
    flex: 1;
    display: flex;
    flex-direction: column;
    margin-block-start: 16px;
  }
  .screen {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 16px;
    animation: arrive var(--_duration) ease-out;
  }
  @keyframes arrive { from { opacity: 0; transform: translateY(4px); } }

  .top { display: flex; align-items: center; gap: 12px; min-block-size: 44px; }
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  ::slotted([slot='logo']) { flex: none; max-block-size: 44px; }
  .service { flex: 1; min-inline-size: 0; font-weight: 600; overflow-wrap: anywhere; }

  h2 { margin: 0; font-size: 1.375rem; line-height: 1.2728; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; overflow-wrap: anywhere; }
  p { margin: 0; color: var(--_muted); overflow-wrap: anywhere; }
  b { color: var(--_text); font-weight: 600; }
  .fill { flex: 1; }
  small { font-size: 0.8125rem; }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  svg { display: block; flex: none; }

  .badge { display: grid; place-items: center; align-self: center; inline-size: 72px; block-size: 72px; border-radius: 50%; background: var(--_ok-tint); color: var(--_ok); }
  .badge.bad { background: var(--_danger-tint); color: var(--_danger); }
  .badge.plain { background: var(--_surface-2); color: var(--_accent); }
  .badge svg { animation: settle calc(1.25 * var(--_duration)) ease-out; }
  @keyframes settle { from { transform: scale(0.8); opacity: 0; } }

  .skeleton { border-radius: var(--_control-radius); background: var(--_surface-2); animation: breathe 1.6s ease-in-out infinite alternate; }
  .skeleton.line { block-size: 28px; inline-size: 60%; align-self: center; border-radius: 10px; }
  @keyframes breathe { to { opacity: 0.55; } }

  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
  @media (max-height: 760px) {
    .frame { min-block-size: min(var(--mpin-height, 732px), 648px); padding-block: 12px; }
    .content { margin-block-start: 8px; }
    .screen { gap: 12px; }
  }
  /* A phone on its side: wide enough for two columns, so that nothing has to be scrolled. */
  @media (max-height: 560px) and (min-width: 600px) {
    :host { max-inline-size: var(--mpin-width-low, 680px); }
    .frame { min-block-size: min(var(--mpin-height, 732px), 368px); padding-block: 8px; }
    .screen:not(.pad) { inline-size: 100%; max-inline-size: 440px; margin-inline: auto; }
  }
`;
