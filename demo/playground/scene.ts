import type { MpinPinpad } from '../../src/elements/index.ts';
import type { ScriptedClient } from './scripted-client.ts';

/** One screen of the PIN-pad: what the script has to be, and what a person does to get there. */
export interface Scene {
  readonly name: string;
  /** The PIN-pad, unless given. */
  readonly tag?: 'mpin-pinpad' | 'mpin-identity-list';
  readonly client: () => ScriptedClient;
  readonly act?: (pad: MpinPinpad, client: ScriptedClient) => Promise<void>;
}
