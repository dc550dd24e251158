import { KEY_PURPOSES, listKeys, rotateKey } from '../core/signing-keys.ts';
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
      return rotateKey(foundation, purpose, { compromised: compromised === 'yes', tokenSeconds: foundation.config.signInTokenSeconds, actor: ACTOR });
    },
  },
};
