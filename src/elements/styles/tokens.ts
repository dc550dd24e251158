import { css } from 'lit';

/**
 * The theme: every public custom property with its default, read once into a private name. The defaults reach 4.5:1 for text and 3:1 for
 * what a control needs to be recognised by (WCAG 2.2, 1.4.3 and 1.4.11), light and dark; those named here are the light ones.
 *
 * @cssproperty [--mpin-accent=#2f5bea] - Primary button, links, focus.
 * @cssproperty [--mpin-on-accent=#fff] - Text on the accent.
 * @cssproperty [--mpin-surface=#fff] - The card.
 * @cssproperty [--mpin-surface-2=#f4f5f8] - Keys and chips.
 * @cssproperty [--mpin-surface-3=#e1e4ec] - What is pressed.
 * @cssproperty [--mpin-line=#dde0e8] - Decorative borders.
 * @cssproperty [--mpin-field-line=#868d9d] - Borders of fields; 3:1 against the card.
 * @cssproperty [--mpin-text=#14171f] - Text.
 * @cssproperty [--mpin-muted=#5b6272] - Secondary text.
 * @cssproperty [--mpin-danger=#c2281d] - Errors.
 * @cssproperty [--mpin-danger-tint=#fdeceb] - Behind errors.
 * @cssproperty [--mpin-ok=#12794a] - Success.
 * @cssproperty [--mpin-ok-tint=#e7f5ee] - Behind success.
 * @cssproperty [--mpin-focus=var(--mpin-accent)] - The focus ring.
 * @cssproperty [--mpin-shadow] - The card's shadow.
 * @cssproperty [--mpin-radius=24px] - The card's corners.
 * @cssproperty [--mpin-control-radius=16px] - Corners of buttons, fields and notes.
 * @cssproperty [--mpin-key-radius=50%] - Corners of the keys.
 * @cssproperty [--mpin-key-gap=14px] - Between the keys.
 * @cssproperty [--mpin-key-size=72px] - The keys, 56 to 96 px; less where the card is narrow.
 * @cssproperty [--mpin-duration=160ms] - How long things take to move.
 * @cssproperty [--mpin-font=system-ui] - The typeface.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --_accent: var(--mpin-accent, light-dark(#2f5bea, #8ea8ff));
    --_on-accent: var(--mpin-on-accent, light-dark(#fff, #0b1020));
    --_surface: var(--mpin-surface, light-dark(#fff, #171a21));
    --_surface-2: var(--mpin-surface-2, light-dark(#f4f5f8, #1f232c));
    --_surface-3: var(--mpin-surface-3, light-dark(#e1e4ec, #343a47));
    --_line: var(--mpin-line, light-dark(#dde0e8, #2c313c));
    --_field-line: var(--mpin-field-line, light-dark(#868d9d, #6d7586));
    --_text: var(--mpin-text, light-dark(#14171f, #eef0f5));
    --_muted: var(--mpin-muted, light-dark(#5b6272, #a2a9b8));
    --_danger: var(--mpin-danger, light-dark(#c2281d, #ff8f84));
    --_danger-tint: var(--mpin-danger-tint, light-dark(#fdeceb, #3a1c1b));
    --_ok: var(--mpin-ok, light-dark(#12794a, #6fd6a5));
    --_ok-tint: var(--mpin-ok-tint, light-dark(#e7f5ee, #15301f));
    --_focus: var(--mpin-focus, var(--_accent));
    --_shadow: var(--mpin-shadow, 0 1px 2px light-dark(#1018280d, #0000), 0 12px 32px light-dark(#10182814, #0000));
    --_radius: var(--mpin-radius, 24px);
    --_control-radius: var(--mpin-control-radius, 16px);
    --_key-radius: var(--mpin-key-radius, 50%);
    --_key-gap: var(--mpin-key-gap, 14px);
    --_key: min(var(--mpin-key-size, 72px), (100cqi - 2 * var(--_key-gap)) / 3);
    --_duration: var(--mpin-duration, 160ms);
    --_font: var(--mpin-font, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif);
  }
  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
`;
