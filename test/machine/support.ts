import assert from 'node:assert/strict';
import type { RequestDetails } from '../../src/client/index.ts';
import type { IdentitySummary, PendingRegistration, ProjectConfiguration } from '../../src/client/types.ts';
import { initialState, transition } from '../../src/machine/index.ts';
import type { Effect, Flow, MachineEvent, Problem, State, StateName, StateOf, Task, TaskKey, Wishes } from '../../src/machine/index.ts';

export const NOW = 1_800_000_000;

export const project: ProjectConfiguration = {
  id: 'p', name: 'Northwind', logoUrl: '', curve: 'BN254CX', pinLength: 4, pinAttempts: 3, verificationMethod: 'link', identityType: 'email',
  identityTypeLabel: '', askDeviceName: true, easyPin: 'warn', ways: ['browser', 'phone'], firstScreen: 'auto', addIdentities: true, languages: ['en'],
  limits: { userIdLength: 254, deviceNameLength: 40, codeLength: 6, accessTtlSeconds: 900 },
  endpoints: { session: '', access: '', accessStream: '', codeStatus: '', verification: '', confirmation: '', registration: '', pass1: '', pass2: '', authenticate: '', identityRename: '', identityRemove: '', identityPush: 'https://mpin.example/identity/push', accessNumber: '', signOut: '' },
  extensions: { accessNumber: 1 },
};

export const ada: IdentitySummary = {
  id: 'ada', userId: 'ada@example.com', deviceName: 'Laptop', projectId: 'p', state: 'active', pinLength: 4, createdAt: NOW - 100, lastUsedAt: NOW - 50,
};

export const sent: PendingRegistration = {
  userId: 'ada@example.com', deviceName: 'Laptop', method: 'link', state: 'sent', matchNumber: '47', backoffUntil: NOW + 10, startedAt: NOW, handedOver: true,
};
export const byCode: PendingRegistration = { userId: 'ada@example.com', deviceName: 'Laptop', method: 'code', state: 'sent', backoffUntil: NOW + 10, startedAt: NOW, handedOver: true };
/** Another device's request, as a phone is told of it. */
export const request: RequestDetails = {
  accessId: 'of-another-device', projectName: 'Northwind Bank', origin: 'https://www.example.com', deviceName: 'Firefox on Windows', place: '', otherNetwork: false, userId: '',
  hash: '', description: '', expiresAtMs: (NOW + 90) * 1000,
};
export const confirmed: PendingRegistration = { ...sent, state: 'confirmed' };

/** What a page and a device bring along. */
export interface Beginning {
  readonly flow?: Flow;
  readonly wishes?: Wishes;
  readonly visit?: { userId?: string; activation?: boolean; link?: boolean; request?: string; makesPasswords?: boolean };
  readonly identities?: readonly IdentitySummary[];
  readonly pending?: PendingRegistration;
  readonly ways?: readonly ('browser' | 'phone')[];
  readonly project?: Partial<ProjectConfiguration>;
}

/** Runs a machine by hand: remembers its state and the effects of the last event. */
export class Machine {
  state: State = initialState;
  effects: readonly Effect[] = [];

  /** Begins, and lets loading succeed. */
  static at(beginning: Beginning = {}): Machine {
    const machine = new Machine();
    machine.start(beginning);
    machine.send({ type: 'loaded', project: { ...project, ...beginning.project }, identities: beginning.identities ?? [], pending: beginning.pending });
    return machine;
  }

  start({ flow = 'browser', wishes = {}, visit = {}, ways = ['browser'] }: Beginning = {}): this {
    return this.send({ type: 'start', now: NOW, flow, wishes, ways, visit: { ...visit, userId: visit.userId, activation: visit.activation ?? false, link: visit.link ?? false } });
  }

  send(...events: readonly MachineEvent[]): this {
    for (const event of events) ({ state: this.state, effects: this.effects } = transition(this.state, event));
    return this;
  }

  fail(task: Task['type'], code: Problem['code'], details: Omit<Problem, 'code'> = {}): this {
    return this.send({ type: 'failed', task, problem: { code, ...details } });
  }

  /** Types so many digits. */
  type(length: number): this {
    for (let i = 1; i <= length; i += 1) this.send({ type: 'entry', length: i });
    return this;
  }

  /** The state, which must have this name. */
  in<Name extends StateName>(name: Name): StateOf<Name> {
    assert.equal(this.state.name, name);
    return this.state as StateOf<Name>;
  }

  /** The task that the last event started under a key. */
  started(key: TaskKey): Task | undefined {
    return this.effects.filter((effect) => effect.type === 'start').findLast((effect) => effect.key === key)?.task;
  }

  /** Whether the last event asked for this effect. */
  did(type: Effect['type']): boolean {
    return this.effects.some((effect) => effect.type === type);
  }

  /** What the last event told the page. */
  get told(): readonly unknown[] {
    return this.effects.filter((effect) => effect.type === 'tell').map((effect) => effect.tell);
  }

  get cancelled(): readonly TaskKey[] {
    return this.effects.filter((effect) => effect.type === 'cancel').map(({ key }) => key);
  }
}
