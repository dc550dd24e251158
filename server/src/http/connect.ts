import type { Core } from '../core/core.ts';
import { createConnect } from '../oidc/connect.ts';
import { readForms } from './form-body.ts';
import { limitRates } from './limits.ts';
import type { Limiters } from './limits.ts';
import { accountRoutes } from './routes/account.ts';
import { authorizeFormRoutes } from './routes/authorize-form.ts';
import { consoleRoutes } from './routes/console.ts';
import { interactionRoutes } from './routes/interaction.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { answerPage, answerProvider } from './page-errors.ts';
import type { App } from './types.ts';

/** OpenID Connect (docs/protocol.md 11): the provider's own paths, and the pages of log-ins under way. */
export async function connectScope(app: App, core: Core, limiters: Limiters): Promise<void> {
  const connect = await createConnect(core);
  app.addHook('onClose', async () => connect.stop());
  app.register(async (provider: App) => {
    limitRates(provider, limiters);
    provider.setErrorHandler(answerProvider);
    oidcRoutes(provider, connect, core.config.publicUrl);
  });
  app.register(async (forms: App) => {
    limitRates(forms, limiters);
    forms.setErrorHandler(answerProvider);
    authorizeFormRoutes(forms);
  });
  app.register(async (pages: App) => {
    limitRates(pages, limiters);
    readForms(pages);
    pages.setErrorHandler(answerPage);
    interactionRoutes(pages, core, connect);
    accountRoutes(pages, core, connect);
  });
  app.register(async (pages: App) => {
    limitRates(pages, limiters);
    readForms(pages);
    consoleRoutes(pages, core, connect);
  });
}
