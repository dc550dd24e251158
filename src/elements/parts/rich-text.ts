import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A text of the catalogue with its `{name}` values set in bold and kept apart from the direction of the sentence. */
export const richText = (text: string, values: Readonly<Record<string, string>>): readonly (string | TemplateResult)[] =>
  text.split(/(\{\w+\})/u).map((piece) => {
    const value = piece.startsWith('{') ? values[piece.slice(1, -1)] : undefined;
    return value === undefined ? piece : html`<b><bdi>${value}</bdi></b>`;
  });

/** The same as plain text, for announcements. */
export const plainText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);

/** Seconds as people read a countdown: 0:09, 1:30, 12:00. */
export const countdown = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
