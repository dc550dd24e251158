import { milagro, toArray, toHex } from '../test/protocol/milagro.ts';
import {
  clientShare, combineServerShares, combineShares, createKeyPair, createMasterSecret, extractPin, hashIdentity, serverShare,
  type Hex,
} from '../src/protocol/index.ts';

const mpin = milagro();
const SHA256 = mpin.SHA256;

interface Identity {
  readonly mpinId: Hex;
  readonly publicKey: Hex;
}

const idBytes = (id: Identity): number[] => [...toArray(id.mpinId), ...toArray(id.publicKey)];

function must(code: number): void {
  if (code !== 0) throw new Error(`milagro-crypto-js answered ${code}`);
}

/** A registered identity and everything behind it. */
export function round(pin: string): {
  id: Identity; privateKey: bigint; shares: [Hex, Hex]; token: Hex; serverSecret: Hex;
} {
  const masters = [createMasterSecret(), createMasterSecret()] as const;
  const { publicKey, privateKey } = createKeyPair();
  const id = { mpinId: toHex([...Buffer.from('{"userID":"bench@example.com"}')]), publicKey };
  const hash = hashIdentity(id);
  const shares: [Hex, Hex] = [clientShare(masters[0], hash), clientShare(masters[1], hash)];
  return {
    id, privateKey, shares,
    token: extractPin(combineShares(privateKey, ...shares), id, pin),
    serverSecret: combineServerShares(masters.map((master) => serverShare(master))),
  };
}

/** What MIRACL's browser client computes, with its own library. */
export class MiraclClient {
  readonly #id: number[];
  readonly #token: number[];
  readonly #pin: number;

  constructor(id: Identity, token: Hex, pin: string) {
    this.#id = idBytes(id);
    this.#token = toArray(token);
    this.#pin = Number(pin);
  }

  /** Pass 1 and pass 2, which there both wait for the PIN. */
  passes(y: Hex): Hex {
    const x = toArray(y);
    const sec: number[] = [];
    must(mpin.CLIENT_1(SHA256, 0, this.#id, null, x, this.#pin, this.#token, sec, [], null, null));
    must(mpin.CLIENT_2(x, toArray(y), sec));
    return toHex(sec);
  }

  /** Key pair, client secret and token. */
  register(privateKey: bigint, shares: readonly [Hex, Hex]): Hex {
    const z = toArray(privateKey.toString(16).padStart(64, '0'));
    must(mpin.GET_DVS_KEYPAIR(null, z, []));
    const sum: number[] = [];
    must(mpin.RECOMBINE_G1(toArray(shares[0]), toArray(shares[1]), sum));
    const token: number[] = [];
    must(mpin.GET_G1_MULTIPLE(null, 0, z, sum, token));
    must(mpin.EXTRACT_PIN(SHA256, this.#id, this.#pin, token));
    return toHex(token);
  }
}

/** What a server built on milagro-crypto-js computes for one sign-in. */
export class MiraclServer {
  readonly #id: number[];
  readonly #secret: number[];
  readonly #publicKey: number[];

  constructor(id: Identity, serverSecret: Hex) {
    this.#id = idBytes(id);
    this.#secret = toArray(serverSecret);
    this.#publicKey = toArray(id.publicKey);
  }

  /** SERVER_1 and SERVER_2. */
  check(proof: { readonly u: Hex; readonly y: Hex; readonly v: Hex }): void {
    const hid: number[] = [];
    mpin.SERVER_1(SHA256, 0, this.#id, hid, null);
    must(mpin.SERVER_2(
      0, hid, null, toArray(proof.y), this.#secret, toArray(proof.u), null, toArray(proof.v), null, null, this.#publicKey,
    ));
  }
}
