/** What a token is set with. */
export interface TokenControl {
  readonly token: string;
  readonly label: string;
  /** The default in the light theme: a colour, or a length in CSS pixels. */
  readonly value: string | number;
  /** The least and the most of a length. */
  readonly range?: readonly [min: number, max: number];
}

/** The tokens that change most, each with a control. All of them are in docs/elements.md. */
export const TOKENS: readonly TokenControl[] = [
  { token: '--mpin-accent', label: 'Accent', value: '#2f5bea' },
  { token: '--mpin-on-accent', label: 'On accent', value: '#ffffff' },
  { token: '--mpin-surface', label: 'Card', value: '#ffffff' },
  { token: '--mpin-surface-2', label: 'Keys', value: '#f4f5f8' },
  { token: '--mpin-text', label: 'Text', value: '#14171f' },
  { token: '--mpin-muted', label: 'Muted text', value: '#5b6272' },
  { token: '--mpin-radius', label: 'Card corners', value: 24, range: [0, 48] },
  { token: '--mpin-control-radius', label: 'Button corners', value: 16, range: [0, 28] },
  { token: '--mpin-key-size', label: 'Key size', value: 72, range: [56, 96] },
  { token: '--mpin-key-radius', label: 'Key corners', value: 48, range: [0, 48] },
  { token: '--mpin-key-gap', label: 'Key gap', value: 14, range: [0, 24] },
];

/** Attributes that are there or not. */
export const FLAGS = ['auto-submit', 'scramble', 'device-keyboard', 'with-sign-out'] as const;

/** Attributes with a value; the first one stands for none. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  'first-screen': ['', 'home', 'identities'],
  'add-identities': ['', 'true', 'false'],
  'ask-device-name': ['', 'true', 'false'],
};

export const SKINS = ['bank', 'game', 'hospital', 'developer', 'shop'] as const;

/** What is chosen, and nothing that is as it would be anyway. */
export interface Chosen {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
}

/** The lines that make a page show the same: its tag, and the style sheet beside it. */
export function snippet({ tag, attributes, tokens }: Chosen): string {
  const words = Object.entries(attributes).map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
  const server = tag === 'mpin-otp' ? '' : ' server="https://auth.example.com"';
  const rules = Object.entries(tokens).map(([token, value]) => `\n  ${token}: ${value};`);
  return `<${tag}${server}${words.join('')}></${tag}>${rules.length === 0 ? '' : `\n\n${tag} {${rules.join('')}\n}`}`;
}
