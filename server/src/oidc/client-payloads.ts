import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Core } from '../core/core.ts';
import { findClient, metadataOf } from './clients.ts';

/** Applications as the OpenID provider reads them. They are made and changed elsewhere, never by the provider itself. */
export class ClientPayloads implements Adapter {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const client = await findClient(this.#core, id);
    return client === undefined || client.redirectUris.length === 0 ? undefined : metadataOf(client);
  }

  async upsert(): Promise<void> {}

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async findByUid(): Promise<undefined> {
    return undefined;
  }

  async consume(): Promise<void> {}

  async destroy(): Promise<void> {}

  async revokeByGrantId(): Promise<void> {}
}
