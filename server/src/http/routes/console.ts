import { accountsRoutes } from '../../console/areas/accounts.ts';
import { administratorRoutes } from '../../console/areas/administrators.ts';
import { applicationRoutes } from '../../console/areas/application.ts';
import { applicationsRoutes } from '../../console/areas/applications.ts';
import { auditRoutes } from '../../console/areas/audit.ts';
import { deviceRoutes } from '../../console/areas/devices.ts';
import { homeRoutes } from '../../console/areas/home.ts';
import { joinRoutes } from '../../console/areas/join.ts';
import { overviewRoutes } from '../../console/areas/overview.ts';
import { radiusRoutes } from '../../console/areas/radius.ts';
import { settingsRoutes } from '../../console/areas/settings.ts';
import { webhookRoutes } from '../../console/areas/webhooks.ts';
import { wordingRoutes } from '../../console/areas/wording.ts';
import { answerConsole } from '../../console/errors.ts';
import { consoleScope } from '../../console/scope.ts';
import type { Core } from '../../core/core.ts';
import type { Connect } from '../../oidc/connect.ts';
import type { App } from '../types.ts';

/** The web console (docs/console.md). */
export function consoleRoutes(app: App, core: Core, connect: Connect): void {
  app.setErrorHandler(answerConsole);
  const scope = consoleScope(app, core);
  joinRoutes(scope, connect);
  for (const routes of [homeRoutes, overviewRoutes, deviceRoutes, auditRoutes, settingsRoutes, wordingRoutes, applicationsRoutes, applicationRoutes, accountsRoutes, radiusRoutes, webhookRoutes, administratorRoutes]) routes(scope);
}
