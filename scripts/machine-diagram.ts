/** Draws docs/machine.md's diagram anew from the machine: `npm exec -- tsx scripts/machine-diagram.ts`. A test fails where it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withDiagram } from '../test/machine/diagram.ts';

const file = new URL('../docs/machine.md', import.meta.url);
writeFileSync(file, withDiagram(readFileSync(file, 'utf8')));
