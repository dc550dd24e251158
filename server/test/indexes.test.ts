import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { CompiledQuery, RootOperationNode } from 'kysely';
import { exportAudit, readAudit } from '../src/core/audit-log.ts';
import type { Core } from '../src/core/core.ts';
import { removeExpired, settleAllOrphans } from '../src/core/housekeeping.ts';
import { forgetNetworks } from '../src/core/identity-networks.ts';
import { lapseUnused } from '../src/core/lapses.ts';
import { changeProject } from '../src/core/project-changes.ts';
import { applyRetention } from '../src/core/retention.ts';
import { countByDay, usageByMonth } from '../src/core/usage.ts';
import { KIND } from './support/database.ts';
import { startPlatform } from './support/test-platform.ts';
import type { TestPlatform } from './support/test-platform.ts';

/** Tables that grow with people and their sign-ins; projects, keys and administrators are few. */
const LARGE: ReadonlySet<string> = new Set([
  'audit', 'identities', 'identity_networks', 'strikes', 'sessions', 'verifications', 'activations', 'objections', 'passes', 'proofs', 'signatures', 'mail_limits', 'access_numbers',
  'use_counts', 'remote_sign_ins', 'push_tokens', 'oidc_payloads', 'oidc_logins', 'grant_identities', 'used_tokens', 'webhook_deliveries', 'one_time_passwords', 'rate_windows',
]);

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Plans?: readonly Node[];
}

/** Relations that PostgreSQL would read whole, where it avoids that if it can. */
function readWhole(node: Node): readonly string[] {
  const { 'Relation Name': name, 'Index Cond': condition = node['Recheck Cond'] } = node;
  const isScan = name !== undefined && node['Node Type'].endsWith('Scan') && condition === undefined;
  return [...(isScan ? [name] : []), ...(node.Plans ?? []).flatMap(readWhole)];
}

describe('what is asked again and again, and by each look at a chart', () => {
  let platform: TestPlatform;
  before(async () => {
    platform = await startPlatform();
    await changeProject(platform.core, platform.project.projectId, { addressDays: 10, auditDays: 20, inactivityDays: 30 }, 'tests');
  });
  after(() => platform.close());

  /** The queries of some work, as they reach the database. */
  async function queriesOf(work: (core: Core) => Promise<unknown>): Promise<readonly CompiledQuery[]> {
    const { core } = platform;
    const made: RootOperationNode[] = [];
    const queries = core.db.queries.withPlugin({
      transformQuery({ node }) {
        made.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await work({ ...core, db: { ...core.db, queries } });
    return made.map((node) => core.db.queries.getExecutor().compileQuery(node, { queryId: 'plan' }));
  }

  /** How the database answers a query, and the tables that it reads whole for it; PostgreSQL does that for small ones unless it is told not to. */
  async function planOf({ sql: text, parameters }: CompiledQuery): Promise<{ text: string; readWhole: readonly string[] }> {
    return platform.core.db.transaction(async (queries) => {
      const explain = async <T>(words: string): Promise<readonly T[]> =>
        (await queries.executeQuery<T>({ sql: `${words} ${text}`, parameters, query: sql``.toOperationNode(), queryId: { queryId: words } })).rows;
      if (KIND === 'sqlite') {
        const steps = (await explain<{ detail: string }>('EXPLAIN QUERY PLAN')).map(({ detail }) => detail);
        return { text: steps.join('\n'), readWhole: steps.flatMap((step) => /^SCAN (\w+)/.exec(step)?.[1] ?? []) };
      }
      await sql`SET LOCAL enable_seqscan = off`.execute(queries);
      const plans = (await explain<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>('EXPLAIN (FORMAT JSON)')).flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
      return { text: JSON.stringify(plans), readWhole: plans.flatMap(readWhole) };
    });
  }

  const drain = async (parts: AsyncGenerator): Promise<void> => {
    while ((await parts.next()).done !== true);
  };
  const project = (): string => platform.project.projectId;

  for (const [name, work] of Object.entries<(core: Core) => Promise<unknown>>({
    'what expired': removeExpired, 'strikes whose process died': settleAllOrphans, retention: applyRetention, 'unused identities': lapseUnused, 'unused networks': forgetNetworks,
    'charts by day': (core) => countByDay(core, project(), 30), 'usage by month': (core) => usageByMonth(core, project(), 2), 'the log': (core) => readAudit(core, project(), {}, { offset: 0, limit: 20 }),
    'the log of a person': (core) => readAudit(core, project(), { userId: 'a@mail.example' }, { offset: 0, limit: 20 }),
    'the log of one kind of event': (core) => readAudit(core, project(), { status: 'revoked' }, { offset: 0, limit: 20 }), 'the log as a file': (core) => drain(exportAudit(core, project(), {}, 1)),
  })) {
    it(`${name}: an index answers`, async () => {
      platform.advance(2 * 86_400);
      const made = await queriesOf(work);
      assert.ok(made.length > 0);
      for (const query of made) assert.deepEqual((await planOf(query)).readWhole.filter((table) => LARGE.has(table)), [], query.sql);
    });
  }

  it('charts touch the events that they count alone', async () => {
    for (const query of await queriesOf((core) => countByDay(core, project(), 30))) assert.match((await planOf(query)).text, /audit_status/);
  });

  it('what has no index would be seen', async () => {
    const [query] = await queriesOf((core) => core.db.queries.selectFrom('audit').select('id').where('device_name', '=', 'Laptop').execute());
    assert.deepEqual((await planOf(query!)).readWhole, ['audit']);
  });
});
