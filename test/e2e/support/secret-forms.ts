/** How a secret may lie about: as it is, its bytes in Base64, and, where bytes are searched, its raw bytes (as Latin-1). */
export interface SecretForms {
  readonly text: RegExp;
  readonly bytes: RegExp;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of an opaque string. */
export function ofText(secret: string): SecretForms {
  const base64 = Buffer.from(secret, 'latin1').toString('base64').replace(/.{0,2}=*$/, '');
  const text = new RegExp(`${literal(secret)}|${literal(base64)}`, 'i');
  return { text, bytes: text };
}

/** Of a PIN: alone, not among the digits of something longer. */
export function ofPin(pin: string): SecretForms {
  const text = new RegExp(`(?<![0-9a-f.])${pin}(?![0-9a-f])`, 'i');
  return { text, bytes: text };
}

/** Of a point, 04 ‖ x ‖ y in hex: whoever has x has it. */
export function ofPoint(point: string): SecretForms {
  const x = point.slice(2, 66);
  const raw = Buffer.from(x, 'hex');
  const base64 = Buffer.from(point, 'hex').toString('base64').slice(0, 40);
  const forms = [x, base64, base64.replaceAll('+', '-').replaceAll('/', '_'), BigInt(`0x${x}`).toString()].map(literal).join('|');
  return { text: new RegExp(forms, 'i'), bytes: new RegExp(`${forms}|${literal(raw.toString('latin1'))}`, 's') };
}
