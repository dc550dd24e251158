export interface Described { name: string; description: string; default?: string }
export function reachable(entry: string): string[];
export function source(path: string): string;
export function partsIn(text: string): string[];
export function slotsIn(text: string): string[];
export function tokensIn(text: string): string[];
export function describedIn(text: string): { parts: Described[]; tokens: Described[] };
export function statesOf(text?: string): Described[];
export function eventsOf(text?: string): { name: string; type: string }[];
