import { KEY_PURPOSES, listKeys, rotateKey } from '../core/signing-keys.ts';
import { KEY_LIFE } from '../oidc/keys.ts';
import type { AdministrationCommand } from './administration-command.ts';
import { ACTOR, optionalOption } from './administration-command.ts';
import { requireOption, UsageError } from './arguments.ts';

/** `mpin-platform keys …`: the keys that tokens are signed with. */
export const keyCommands: Readonly<Record<string, AdministrationCommand>> = {
  list: { usage: '', options: [], run: (foundation) => listKeys(foundation) },
  rotate: {
    usage: `--purpose ${KEY_PURPOSES.join('|')} [--compromised yes]`, options: ['purpose', 'compromised'],
    async run(foundation, options) {
      const wanted = requireOption(options, 'purpose');
      const purpose = KEY_PURPOSES.find((known) => known === wanted);
      if (purpose === undefined) throw new UsageError(`--purpose must be ${KEY_PURPOSES.join(', ')}`);
      const compromised = optionalOption(options, 'compromised');
      if (compromised !== undefined && compromised !== 'yes') throw new UsageError('--compromised takes "yes": the old keys stop being believed at once');
      // Applications keep the list of the OpenID provider's keys for longer than anybody keeps that of the others.
      const lives = purpose === 'openid' ? { tokenSeconds: KEY_LIFE.afterwardsMs / 1000, leadMs: KEY_LIFE.announcedMs } : { tokenSeconds: foundation.config.signInTokenSeconds };
      return rotateKey(foundation, purpose, { ...lives, compromised: compromised === 'yes', actor: ACTOR });
    },
  },
};
