import { EventEmitter, once } from 'node:events';
import type { Meddler, Recorded, Reply, WireServer } from '../support/wire-server/server.ts';

type Handover = 'sent' | 'confirmed' | 'cancelled' | 'expired';

/** The client's view of our extensions (docs/protocol.md 2, 3.2, 3.3, 4.1), put in front of the API's own server. */
export class Extended {
  readonly #server: WireServer;
  readonly #changes = new EventEmitter();
  /** Handed-over verifications by session. */
  readonly handovers = new Map<string, { userId: string; state: Handover }>();
  extensions: Record<string, number> = {
    pass2U: 1, accessActivation: 1, accessStream: 1, attemptsLeft: 1, verificationLanguage: 1, signInNonce: 1, codeTries: 1,
  };
  configuration: Record<string, unknown> = {};
  /** Answers before everything else where a test sets it. */
  first: Meddler | undefined;
  /** What the activation says instead of the truth. */
  activation: Record<string, unknown> = {};

  constructor(server: WireServer) {
    this.#server = server;
    this.#changes.setMaxListeners(0);
    server.meddle(async (request, answer) => await this.first?.(request, answer) ?? this.#answer(request, answer));
  }

  /** Decides every handed-over verification and tells those who wait. */
  decide(state: Handover): void {
    for (const handover of this.handovers.values()) handover.state = state;
    this.#changes.emit('change');
  }

  #answer({ path, body }: Recorded, answer: () => Reply): Reply | undefined {
    const parsed = body === '' ? {} : JSON.parse(body) as Record<string, unknown>;
    switch (path) {
      case '/.well-known/project-configuration':
        return { status: 200, body: { id: this.#server.projectId, pinLength: 4, extensions: this.extensions, ...this.configuration } };
      case '/verification/email': {
        const reply = answer();
        const session = this.#server.state.sessions.find(({ accessId }) => accessId === parsed['accessId']);
        if (session === undefined || parsed['handOver'] !== true || reply.status !== 200) return reply;
        this.handovers.set(session.webOTT, { userId: String(parsed['userId']), state: 'sent' });
        return { status: 200, body: { ...reply.body as object, matchNumber: '42' } };
      }
      case '/verification/confirmation': {
        const handover = this.handovers.get(String(parsed['webOTT']));
        const reply = answer();
        if (handover === undefined || reply.status !== 200) return reply;
        handover.state = 'confirmed';
        return { status: 200, body: { projectId: this.#server.projectId, accessId: 'a' } };
      }
      case '/rps/v2/access': return { status: 200, body: this.#access(String(parsed['webOTT']), parsed['activation'] === true) };
      case '/rps/v2/access/stream': return { status: 200, body: this.#stream(String(parsed['webOTT'])), headers: { 'Content-Type': 'application/x-ndjson' } };
      default: return undefined;
    }
  }

  #access(webOTT: string, collect: boolean): object {
    const handover = this.handovers.get(webOTT);
    if (handover === undefined) return { status: 'expired', statusCode: 404, userId: '', redirectURL: '' };
    const { userId, state } = handover;
    const answer = { status: 'new', statusCode: 200, userId: '', redirectURL: '', verification: { state, userId, method: 'link' } };
    if (!collect || state !== 'confirmed') return answer;
    const actToken = this.#server.state.issueActivation(userId);
    return { ...answer, activation: { actToken, expireTime: 0, userId, projectId: this.#server.projectId, ...this.activation } };
  }

  async *#stream(webOTT: string): AsyncGenerator<string> {
    for (;;) {
      const changed = once(this.#changes, 'change');
      const line = JSON.stringify(this.#access(webOTT, false));
      // Cut in the middle, as networks do.
      yield line.slice(0, 10);
      yield `${line.slice(10)}\n\n`;
      if (this.handovers.get(webOTT)?.state !== 'sent') return;
      await changed;
    }
  }
}

