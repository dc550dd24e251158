import type { Described } from './sources.mjs';

interface Member { kind: string; name: string; description?: string }

export interface AnalysedElement {
  declaration: { tagName: string; members: Member[]; attributes: Described[]; cssParts: Described[]; cssProperties: Described[]; slots?: Described[]; events?: Described[] };
  used: { parts: string[]; tokens: string[]; slots: string[] };
  exported: boolean;
}

export function findings(analysis: { elements: AnalysedElement[]; states: Described[]; events: { name: string }[] }): string[];
