import { DEFAULT_LIMIT } from '../core/paging.ts';
import { requireProject } from '../core/projects.ts';
import { testWebhook } from '../core/webhook-delivery.ts';
import { WEBHOOK_EVENTS } from '../core/webhook-events.ts';
import { addWebhook, listDeliveries, listWebhooks, removeWebhook } from '../core/webhooks.ts';
import { ACTOR, countOf } from './administration-command.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

/** `mpin-platform webhook …` (docs/webhooks.md); a secret is told once, when it is made. */
export const webhookCommands: Readonly<Record<string, AdministrationCommand>> = {
  add: {
    usage: `--project ID --url URL [--event ${WEBHOOK_EVENTS.join('|')}]…`, options: ['project', 'url', 'event'],
    async run(foundation, options) {
      const project = await requireProject(foundation, requireOption(options, 'project'));
      const unknown = options.get('event')?.find((event) => !(WEBHOOK_EVENTS as readonly string[]).includes(event));
      if (unknown !== undefined) throw new UsageError(`--event takes ${WEBHOOK_EVENTS.join(', ')}`);
      const { webhook, secret } = await addWebhook(foundation, { projectId: project.id, url: requireOption(options, 'url'), events: options.get('event') ?? [] }, ACTOR);
      return { ...webhook, secret };
    },
  },
  list: {
    usage: '--project ID', options: ['project'],
    run: async (foundation, options) => listWebhooks(foundation, (await requireProject(foundation, requireOption(options, 'project'))).id),
  },
  remove: {
    usage: '--id ID', options: ['id'],
    async run(foundation, options) {
      const id = requireOption(options, 'id');
      await removeWebhook(foundation, id, ACTOR);
      return { removed: id };
    },
  },
  test: {
    usage: '--id ID', options: ['id'],
    async run(foundation, options, { print, json }) {
      const attempt = await testWebhook(foundation, requireOption(options, 'id'));
      print(JSON.stringify(attempt, null, json ? 0 : 2));
      if (!attempt.delivered) throw new UsageError('the message was not delivered');
    },
  },
  log: {
    usage: '--id ID [--offset N] [--limit N]', options: ['id', 'offset', 'limit'],
    run: (foundation, options) => listDeliveries(foundation, requireOption(options, 'id'), { offset: countOf(options, 'offset', 0), limit: countOf(options, 'limit', DEFAULT_LIMIT) }),
  },
};
