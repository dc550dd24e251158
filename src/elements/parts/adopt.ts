import type { CSSResult } from 'lit';

/** Adds the styles of screens that came later to the element's own, once. */
export function adopt(root: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet !== undefined && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
