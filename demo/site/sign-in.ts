import { createVerifier } from 'mpin-pinpad/verify';
import type { SignIn, Verifier } from 'mpin-pinpad/verify';

/**
 * Checks sign-in tokens for this site. The project's id is part of a real site's configuration; the demo asks the
 * platform for it, because the platform made its project at first start.
 */
export function createSignIn({ platform, origin, project }: { platform: string; origin: string; project?: string | undefined }): (token: string, nonce: string) => Promise<SignIn> {
  let verifier: Promise<Verifier> | undefined;
  const make = async (): Promise<Verifier> => createVerifier({ server: platform, project: project ?? (await discoverProject(platform)), origin });
  return async (token, nonce) => {
    verifier ??= make();
    try {
      return await (await verifier).verify(token, { nonce });
    } catch (error) {
      // The platform may only have been down; the next visitor tries anew.
      verifier.catch(() => (verifier = undefined));
      throw error;
    }
  };
}

async function discoverProject(platform: string): Promise<string> {
  const response = await fetch(`${platform}/.well-known/project-configuration`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`Discovery answered ${response.status}.`);
  const { id } = (await response.json()) as { id: unknown };
  if (typeof id !== 'string') throw new Error('Discovery named no project.');
  return id;
}
