import { normaliseUserId } from '../core/user-ids.ts';
import { sameSecret } from '../keys/secrets.ts';
import { ATTRIBUTE, valuesOf } from './attributes.ts';
import { CHAP_BYTES, checkChap, revealPassword } from './authenticators.ts';
import { MalformedPacket } from './packet.ts';
import type { Attribute, Packet } from './packet.ts';

/** Compares the password of a request with the right one, in constant time. */
export type Matcher = (password: string) => boolean;

/** Proxies find their way back by these: unchanged and in order (RFC 2865 section 5.33). */
export const proxyStates = (packet: Packet): readonly Attribute[] => packet.attributes.filter(({ type }) => type === ATTRIBUTE.proxyState);

/** Compares a PAP or CHAP password; `undefined` where the request has neither, or something else, as EAP. @throws MalformedPacket */
export function matcherOf(packet: Packet, secret: string): Matcher | undefined {
  const [hidden, ...morePap] = valuesOf(packet, ATTRIBUTE.userPassword);
  const [response, ...moreChap] = valuesOf(packet, ATTRIBUTE.chapPassword);
  if (morePap.length > 0 || moreChap.length > 0 || (hidden !== undefined && response !== undefined)) throw new MalformedPacket('more than one password');
  if (hidden !== undefined) {
    const given = revealPassword(hidden, packet.authenticator, secret);
    if (given === undefined) throw new MalformedPacket('a User-Password of a length that cannot be');
    return (password) => sameSecret(given.toString('latin1'), password);
  }
  if (response === undefined) return undefined;
  if (response.length !== CHAP_BYTES) throw new MalformedPacket('a CHAP-Password of a length that cannot be');
  const [challenge] = valuesOf(packet, ATTRIBUTE.chapChallenge);
  return (password) => checkChap(response, challenge ?? packet.authenticator, password);
}

/** The one user that a request is about, in the form that user ids are stored in. @throws MalformedPacket */
export function userOf(packet: Packet): string {
  const [name, ...more] = valuesOf(packet, ATTRIBUTE.userName);
  if (name === undefined || more.length > 0) throw new MalformedPacket('needs one User-Name');
  try {
    return normaliseUserId(new TextDecoder('utf-8', { fatal: true }).decode(name));
  } catch {
    throw new MalformedPacket('a User-Name that is not UTF-8');
  }
}
