import type { ReactiveControllerHost } from 'lit';
import { MpinClient } from '../../client/index.ts';
import { Runner } from '../../client/runner.ts';
import type { PageTell } from '../../client/runner.ts';
import type { Handover, RunnerClient } from '../../client/runner-tasks.ts';
import type { SecretEntry } from '../../client/secret-entry.ts';
import { initialState } from '../../machine/index.ts';
import type { Flow, PageEvent, PersonEvent, State, Way, Wishes } from '../../machine/index.ts';
import { atOnce } from '../../machine/states/at-once.ts';
import { transitionIn } from '../../machine/transition.ts';
import type { Handlers } from '../../machine/transition.ts';
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
const WAYS: readonly Way[] = ['browser', 'phone'];

const FLOWS: readonly Flow[] = ['phone', 'identities', 'otp'];

const flowOf = ({ flow }: MachineHost): Flow => FLOWS.find((one) => one === flow) ?? 'browser';

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

/** The behaviour of some states. */
export type LaterHandlers = Partial<Handlers>;

/** What an element wants to hear. */
export interface MachineHooks {
  readonly lang: () => string;
  readonly ready: () => Promise<void>;
  /** How the language puts the name together of a device that nobody has named. */
  readonly deviceOn: (browser: string, platform: string) => string;
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
  #client: RunnerClient | undefined;
  #handlers: LaterHandlers = atOnce;
  #transition = transitionIn(this.#handlers);

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

  /** Takes the behaviour of other states, which comes with their screens; what has happened in one of them meanwhile is then handled. */
  learn(others: LaterHandlers): void {
    this.#handlers = { ...this.#handlers, ...others };
    this.#transition = transitionIn(this.#handlers);
    this.#runner?.proceed();
  }

  /** What a phone is asked with by whatever shows its number; undefined while nothing runs. */
  get client(): RunnerClient | undefined {
    return this.#client;
  }

  readonly signedInByPhone = (userId: string, token: string | undefined): void => this.#runner?.signedInByPhone(userId, token);

  readonly send = (event: PersonEvent | PageEvent | { readonly type: 'awake' }): void => this.#runner?.send(event);

  /** Begins anew, as after a reload. @param purpose - what is confirmed here in place of signing in, and what the PIN signs for it */
  start(purpose?: { readonly message?: Uint8Array | undefined }): void {
    this.stop();
    const { userId, accessId, clientId } = this.#host;
    const flow = flowOf(this.#host);
    this.#client = this.#makeClient();
    this.#runner = new Runner({
      client: this.#client, transition: (state, event) => this.#transition(state, event), initialState, secrets: this.#entry, flow, wishes: wishesOf(this.#host),
      // What is confirmed is seen here: a phone would not show it.
      ways: purpose === undefined ? waysOf(this.#host) : ['browser'], document: purpose?.message,
      handover: { ...this.#handover, ...(userId && { userId }), ...(flow === 'phone' && accessId && { request: accessId }) },
      nonce: () => this.#host.signInNonce || undefined,
      accessId: () => this.#host.accessId || undefined,
      clientId: () => (flow === 'otp' || flow === 'phone' ? clientId ?? '' : undefined),
      ...this.#hooks,
    });
    this.#handover = {};
    // What shows the password is there before it is made; if it cannot be fetched now, the screen asks again.
    if (flow === 'otp') loadOtp().catch(() => undefined);
    this.#runner.start();
  }

  /** Ends whatever runs and forgets what was typed. */
  stop(): void {
    this.#runner?.stop();
    this.#runner = undefined;
    this.#client = undefined;
  }

  #makeClient(): RunnerClient {
    const { client, server, project } = this.#host;
    if (client !== undefined) return client;
    const missing = missingInPage();
    if (missing !== undefined) return brokenClient(missing);
    try {
      return new MpinClient({ server, ...(project && { project }), deviceOn: this.#hooks.deviceOn });
    } catch (error) {
      return brokenClient(error);
    }
  }
}
