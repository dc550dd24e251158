#!/usr/bin/env node
import { inspect } from 'node:util';
import { ConfigError } from './config/errors.ts';
import { UsageError } from './commands/arguments.ts';
import { authorityKeys } from './commands/authority-keys.ts';
import { describeSettings } from './commands/configuration.ts';
import { otpApplication } from './commands/otp.ts';
import { createProjectCommand } from './commands/project.ts';
import { radius, radiusClient } from './commands/radius.ts';
import { serve } from './commands/serve.ts';
import { trustAuthority } from './commands/trust-authority.ts';

const USAGE = `mpin-platform                                  runs the platform
mpin-platform project create --name NAME --origin ORIGIN… [--method link|code] [--pin-length 4|5|6]
mpin-platform otp-application create --project ID --name NAME [--seconds N]
mpin-platform otp-application rotate-secret --id ID
mpin-platform otp-application list --project ID
mpin-platform radius                           runs the RADIUS server alone, on the platform's database
mpin-platform radius-client add --application ID --name NAME --address ADDRESS|RANGE [--secret-file FILE]
              [--message-authenticator required|optional] [--attribute NAME=VALUE…]
mpin-platform radius-client list
mpin-platform radius-client remove --id ID
mpin-platform trust-authority --config FILE    runs one trust authority alone
mpin-platform authority-keys                   prints the platform's keys for trust authorities on other hosts
mpin-platform config                           explains every setting`;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(words: readonly string[]): Promise<void> {
  const [command, ...rest] = words;
  if (rest.includes('--help')) return print(USAGE);
  switch (command) {
    case undefined:
      return serve(process.env);
    case 'project':
      if (rest[0] !== 'create') throw new UsageError(`there is only "project create"\n\n${USAGE}`);
      return createProjectCommand(rest.slice(1), process.env, print);
    case 'otp-application':
      return otpApplication(rest, process.env, print);
    case 'radius':
      return radius(rest, process.env);
    case 'radius-client':
      return radiusClient(rest, process.env, print);
    case 'trust-authority':
      return trustAuthority(rest, process.env);
    case 'authority-keys':
      return authorityKeys(process.env, print);
    case 'config':
      return print(describeSettings());
    case 'help':
    case '--help':
      return print(USAGE);
    default:
      throw new UsageError(`unknown command "${command}"\n\n${USAGE}`);
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof UsageError;
  process.stderr.write(`mpin-platform: ${expected ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
  if (!expected) process.exit(1);
});
