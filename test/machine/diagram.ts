import { explore } from './explore.ts';
import type { Edge } from './explore.ts';

const START = '<!-- generated: npm exec -- tsx scripts/machine-diagram.ts -->';
const END = '<!-- /generated -->';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The machine's changes of screen as a Mermaid state diagram, made by walking the machine. Failures that lead to the same screen are one arrow. */
export function diagram(edges: readonly Edge[]): string {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, label } of edges) {
    const key = `  ${id(from)} --> ${id(to)}`;
    labels.set(key, (labels.get(key) ?? new Set()).add(to === 'trouble' && label.startsWith('failed') ? 'failed' : label));
  }
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort(compare);
  const arrows = [...labels].map(([arrow, causes]) => `${arrow}: ${[...causes].sort(compare).join(', ')}`).sort(compare);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> starting', ...names.filter((name) => name !== id(name)).map((name) => `  state "${name}" as ${id(name)}`), ...arrows, '```'].join('\n');
}

/** Mermaid's identifiers have no dashes. */
const id = (name: string): string => name.replaceAll('-', '_');

/** The document with a fresh diagram in the place of the old one. */
export function withDiagram(document: string): string {
  const [from, to] = [document.indexOf(START), document.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`docs/machine.md needs the lines ${START} and ${END}.`);
  return `${document.slice(0, from + START.length)}\n${diagram(explore().edges)}\n${document.slice(to)}`;
}
