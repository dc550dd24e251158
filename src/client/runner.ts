import type { Effect, Flow, MachineEvent, ResultEvent, State, Step, Task, TaskKey, Tell, Way, Wishes } from '../machine/index.ts';
import { problemOf } from './problem-of.ts';
import { runTask } from './runner-tasks.ts';
import type { Attempt, Handover, Proved, RunnerClient, TaskTools } from './runner-tasks.ts';
import type { SecretEntry } from './secret-entry.ts';

/** What the page hears, with what the machine does not hold: the signed token (docs/protocol.md 6.5), or the signature (7.1). */
export type PageTell = Tell & Proved;

/** What a runner needs. Nothing of it is global, so that tests and pages choose. */
export interface RunnerOptions {
  readonly client: RunnerClient;
  /** The machine; undefined while the part of it that knows the state is on its way: the event then waits for `proceed`. */
  readonly transition: (state: State, event: MachineEvent) => Step<State> | undefined;
  readonly initialState: State;
  readonly secrets: SecretEntry;
  /** What the element is for; signing in, unless given. */
  readonly flow?: Flow;
  /** What the page wants; what it leaves out, the project decides. */
  readonly wishes?: Wishes;
  readonly ways: readonly Way[];
  /** What the page handed over when it was opened. */
  readonly handover: Handover;
  /** The site's nonce for the sign-in token, read when the PIN is there, at each sign-in. */
  readonly nonce?: () => string | undefined;
  /** The session that the sign-in completes in place of yielding a token, read at each sign-in (docs/protocol.md 3). */
  readonly accessId?: () => string | undefined;
  /** The application that a one-time password is made for in place of a sign-in token, read at each sign-in. */
  readonly clientId?: () => string | undefined;
  /** A document that the PIN is to sign in place of a sign-in token: it is shown and agreed to first. */
  readonly document?: Uint8Array | undefined;
  /** The language for mails, read at each request. */
  readonly lang?: () => string | undefined;
  /** Resolves when the language is there that a device is named in by itself. */
  readonly ready?: () => Promise<void>;
  /** Unix seconds. */
  readonly now?: () => number;
  /** Nobody is set up on this device: heard as soon as it is known, to fetch what will be shown. */
  readonly onNobody?: () => void;
  /** After every change of state. */
  readonly onState: (state: State, previous: State) => void;
  /** What to tell the page. */
  readonly onTell: (tell: PageTell) => void;
}

/**
 * Runs what the machine asks for: the only place where its effects meet the client, the clock and what was typed. One task at a time
 * under each key, each with its own AbortController; the answer of a task that was replaced or cancelled is dropped.
 */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #now: () => number;
  readonly #running = new Map<TaskKey, AbortController>();
  readonly #queue: MachineEvent[] = [];
  readonly #unsubscribe: () => void;
  readonly #tools: TaskTools;
  #state: State;
  #draining = false;
  #waiting = false;
  #stopped = false;
  #listing = 0;
  #proof: Proved = {};

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now() / 1000);
    this.#state = options.initialState;
    this.#tools = this.#makeTools();
    this.#unsubscribe = options.client.subscribe(() => void this.#relist());
    options.secrets.listener = (length) => this.send({ type: 'entry', length });
  }

  /** The state the machine is in. */
  get state(): State {
    return this.#state;
  }

  /** Begins: what the device and the server know decides where. */
  start(): void {
    const { flow = 'browser', wishes = {}, ways, handover, clientId } = this.#options;
    const visit = { userId: handover.userId, activation: handover.activationToken !== undefined, link: handover.link !== undefined, ...(this.#options.document !== undefined && { signing: 'asked' as const }), request: handover.request, makesPasswords: Boolean(clientId?.()) };
    this.send({ type: 'start', now: this.#now(), flow, wishes, ways, visit });
  }

  /** Gives the machine an event. Events that arrive while one is handled wait their turn. */
  send(event: MachineEvent): void {
    if (this.#stopped) return;
    this.#queue.push(event);
    if (!this.#waiting) this.proceed();
  }

  /** A phone has signed this page in: the machine hears who it is, and the page gets the token with it. */
  signedInByPhone(userId: string, token: string | undefined): void {
    this.#proof = token === undefined ? {} : { token };
    this.send({ type: 'phone-signed-in', userId });
  }

  /** Goes on with the events that waited for a part of the machine. */
  proceed(): void {
    if (this.#draining) return;
    this.#draining = true;
    this.#waiting = false;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#waiting ? undefined : this.#queue.shift()) this.#handle(next);
    } finally {
      this.#draining = false;
    }
  }

  /** Ends everything that runs and forgets what was typed. A stopped runner stays stopped. */
  stop(): void {
    this.#stopped = true;
    this.#queue.length = 0;
    for (const key of this.#running.keys()) this.#cancel(key);
    this.#unsubscribe();
    this.#proof = {};
    this.#options.secrets.listener = undefined;
    this.#options.secrets.wipe();
  }

  #handle(event: MachineEvent): void {
    const previous = this.#state;
    const step = this.#options.transition(previous, event);
    if (step === undefined) {
      this.#queue.unshift(event);
      this.#waiting = true;
      return;
    }
    const { state, effects } = step;
    this.#state = state;
    if (state !== previous) this.#options.onState(state, previous);
    // A page that hears of the change, or of an effect, may end it all there and then: nothing is begun after that.
    for (const effect of effects) if (!this.#stopped) this.#run(effect);
  }

  #run(effect: Effect): void {
    const { secrets } = this.#options;
    switch (effect.type) {
      case 'start': return this.#start(effect.key, effect.task);
      case 'cancel': return this.#cancel(effect.key);
      case 'open-entry': return secrets.open(effect.limit);
      case 'seal-entry': return secrets.seal();
      case 'wipe-entry': return secrets.wipe();
      case 'keep-entry': return secrets.keep();
      case 'judge-entry': return this.send({ type: 'judged', verdict: secrets.judge(effect.refuse) });
      case 'compare-entry': return this.send({ type: 'compared', same: secrets.matchesKept() });
      case 'first-digit': return this.#tools.attempt?.firstDigit();
      case 'tell': return this.#tell(effect.tell);
    }
  }

  #start(key: TaskKey, task: Task): void {
    this.#cancel(key);
    const controller = new AbortController();
    this.#running.set(key, controller);
    if (task.type === 'clock') return this.#startClock(controller.signal);
    void this.#finish(key, task, controller);
  }

  async #finish(key: TaskKey, task: Exclude<Task, { type: 'clock' }>, controller: AbortController): Promise<void> {
    const result = await runTask(task, this.#tools, controller.signal).catch(
      (error: unknown): ResultEvent => ({ type: 'failed', task: task.type, problem: problemOf(error) }),
    );
    if (controller.signal.aborted) return;
    if (task.type !== 'begin-sign-in') this.#running.delete(key);
    if (result !== undefined) this.send(result);
  }

  #cancel(key: TaskKey): void {
    this.#running.get(key)?.abort();
    this.#running.delete(key);
  }

  #startClock(signal: AbortSignal): void {
    const tick = () => this.send({ type: 'tick', now: this.#now() });
    // One tick waits with the other events; more of them would tell nothing new.
    const timer = setInterval(() => { if (!this.#waiting) tick(); }, 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    tick();
  }

  #tell(tell: Tell): void {
    const proof = this.#proof;
    this.#proof = {};
    this.#options.onTell(tell.type === 'signed-in' || tell.type === 'password-made' || tell.type === 'quick-code-made' ? { ...tell, ...proof } : tell);
  }

  /** The identities changed, or what was begun for one, here or in another tab. Of several lists that were asked for, the last one counts. */
  async #relist(): Promise<void> {
    const turn = ++this.#listing;
    const { client } = this.#options;
    const found = await Promise.all([client.identities(), client.pending()]).catch(() => undefined);
    if (found && turn === this.#listing) this.send({ type: 'identities-changed', identities: found[0], pending: found[1] });
  }

  #makeTools(): TaskTools {
    const nothing = (): undefined => undefined;
    const { client, secrets, handover, nonce = nothing, accessId = nothing, clientId = nothing, lang = nothing, ready = nothing, document, onNobody = nothing } = this.#options;
    return {
      client, secrets, handover: { ...handover }, attempt: undefined as Attempt | undefined, signOutHandle: undefined,
      nonce, accessId, clientId, lang, ready, onNobody,
      progress: (event) => this.send(event),
      document: () => document,
      keepProof: (proof) => { this.#proof = proof; },
    };
  }
}
