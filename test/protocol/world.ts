import {
  clientShare, combineServerShares, combineShares, createChallenge, createKeyPair, createMasterSecret, extractPin, hashIdentity,
  Proof, serverShare, Verifier, type Hex,
} from '../../src/protocol/index.ts';
import { hex } from './support.ts';

export const masters = [createMasterSecret(), createMasterSecret()] as const;
export const serverSecret = combineServerShares(masters.map((master) => serverShare(master)));
export const verifier = new Verifier(serverSecret);

/** An identity with its PIN and everything its device stores. */
export interface Person {
  readonly id: { readonly mpinId: Hex; readonly publicKey: Hex };
  readonly token: Hex;
  readonly pin: string;
}

/** Registers an identity with both trust authorities, or with those of another project. */
export function register(name: string, pin: string, authorities: readonly [Hex, Hex] = masters): Person {
  const { publicKey, privateKey } = createKeyPair();
  const id = { mpinId: hex(`{"userID":"${name}"}`), publicKey };
  const [first, second] = authorities.map((master) => clientShare(master, hashIdentity(id))) as [Hex, Hex];
  return { id, pin, token: extractPin(combineShares(privateKey, first, second), id, pin) };
}

/** A complete sign-in as the server sees it. */
export interface SignIn {
  readonly id: Person['id'];
  readonly u: Hex;
  readonly y: Hex;
  readonly v: Hex;
}

/** Signs in with the person's own PIN or another. */
export function signIn({ id, token, pin }: Person, entered = pin): SignIn {
  const proof = new Proof(id, token);
  const y = createChallenge();
  proof.prepare(y);
  return { id, u: proof.u, y, v: proof.finish(entered) };
}
