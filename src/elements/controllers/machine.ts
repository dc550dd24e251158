import type { ReactiveControllerHost } from 'lit';
import { MpinClient } from '../../client/index.ts';
import { Runner } from '../../client/runner.ts';
import type { PageTell } from '../../client/runner.ts';
import type { Handover, RunnerClient } from '../../client/runner-tasks.ts';
import type { SecretEntry } from '../../client/secret-entry.ts';
import { initialState } from '../../machine/index.ts';
import type { Flow, PageEvent, PersonEvent, State, Way, Wishes } from '../../machine/index.ts';
import { atOnce } from '../../machine/states/at-once.ts';
import type { later } from '../../machine/states/later.ts';
import { transitionIn } from '../../machine/transition.ts';
import { brokenClient, missingInPage } from '../environment.ts';
import { loadOtp } from '../load-otp.ts';

/** What a machine reads of its element, at each start. */
export interface MachineHost extends ReactiveControllerHost, HTMLElement {
  readonly server: string;
  readonly project: string;
  readonly userId: string;
  readonly signInNonce: string;
  readonly accessId?: string;
  readonly clientId?: string;
  readonly flow: string;
  readonly ways: string;
  readonly firstScreen: string;
  readonly addIdentities: boolean | undefined;
  readonly askDeviceName: boolean | undefined;
  readonly client: RunnerClient | undefined;
}

/** The ways that these elements know. */
const WAYS: readonly Way[] = ['browser'];

const flowOf = ({ flow }: MachineHost): Flow => (flow === 'identities' || flow === 'otp' ? flow : 'browser');

/** Those that the attribute names, in its order; all of them, where it names none. */
function waysOf({ ways }: MachineHost): readonly Way[] {
  const named = ways.split(/[\s,]+/u).filter((word): word is Way => (WAYS as readonly string[]).includes(word));
  return named.length === 0 ? WAYS : named;
}

/** What an attribute does not name, or names wrongly, the project decides. */
function wishesOf({ firstScreen, addIdentities, askDeviceName }: MachineHost): Wishes {
  const screens = ['auto', 'home', 'identities'] as const;
  return { firstScreen: screens.find((one) => one === firstScreen), addIdentities, askDeviceName };
}

/** What an element wants to hear. */
export interface MachineHooks {
  readonly lang: () => string;
  readonly onNobody: () => void;
  readonly onState: (state: State, previous: State) => void;
  readonly onTell: (tell: PageTell) => void;
}

/**
 * The machine of one element, and the client that runs its effects. It owns when they begin and end; it does not own what is shown. What
 * the page handed over is used once, by the first start.
 */
export class MachineController {
  readonly #host: MachineHost;
  readonly #entry: SecretEntry;
  readonly #hooks: MachineHooks;
  #handover: Handover = {};
  #runner: Runner | undefined;
  #transition = transitionIn(atOnce);

  constructor(host: MachineHost, entry: SecretEntry, hooks: MachineHooks) {
    this.#host = host;
    this.#entry = entry;
    this.#hooks = hooks;
  }

  /** The state that is shown; the first one while nothing runs. */
  get state(): State {
    return this.#runner?.state ?? initialState;
  }

  get running(): boolean {
    return this.#runner !== undefined;
  }

  /** Keeps what a page hands over for the next start; what came before stays where nothing newer is given. */
  keep(handover: Handover): void {
    this.#handover = { ...this.#handover, ...handover };
  }

  /** Takes the behaviour of the other states, which comes with their screens; what has happened in one of them meanwhile is then handled. */
  learn(others: typeof later): void {
    this.#transition = transitionIn({ ...atOnce, ...others });
    this.#runner?.proceed();
  }

  readonly send = (event: PersonEvent | PageEvent | { readonly type: 'awake' }): void => this.#runner?.send(event);

  /** Begins anew, as after a reload. @param document - what the PIN is to sign in place of a sign-in token */
  start(document?: Uint8Array): void {
    this.stop();
    const { userId } = this.#host;
    this.#runner = new Runner({
      client: this.#makeClient(), transition: (state, event) => this.#transition(state, event), initialState, secrets: this.#entry, flow: flowOf(this.#host), wishes: wishesOf(this.#host), ways: waysOf(this.#host), deviceName: '', document,
      handover: { ...this.#handover, ...(userId && { userId }) },
      nonce: () => this.#host.signInNonce || undefined,
      accessId: () => this.#host.accessId || undefined,
      clientId: () => (flowOf(this.#host) === 'otp' ? this.#host.clientId ?? '' : undefined),
      ...this.#hooks,
    });
    this.#handover = {};
    // What shows the password is there before it is made; if it cannot be fetched now, the screen asks again.
    if (flowOf(this.#host) === 'otp') loadOtp().catch(() => undefined);
    this.#runner.start();
  }

  /** Ends whatever runs and forgets what was typed. */
  stop(): void {
    this.#runner?.stop();
    this.#runner = undefined;
  }

  #makeClient(): RunnerClient {
    const { client, server, project } = this.#host;
    if (client !== undefined) return client;
    const missing = missingInPage();
    if (missing !== undefined) return brokenClient(missing);
    try {
      return new MpinClient({ server, ...(project && { project }) });
    } catch (error) {
      return brokenClient(error);
    }
  }
}
