import type { RunnerClient } from '../client/runner-tasks.ts';
import { MpinError } from '../errors.ts';

/** What this page lacks for the elements to work, or undefined: known before anybody types anything. */
export function missingInPage(): MpinError | undefined {
  if (!globalThis.isSecureContext) return new MpinError('INSECURE_CONTEXT', 'This page has no crypto.subtle: serve it over https or from localhost');
  if (globalThis.crypto?.subtle === undefined) return new MpinError('UNSUPPORTED_BROWSER', 'This browser has no crypto.subtle.');
  if (!hasDatabase()) return new MpinError('STORAGE_BLOCKED', 'This browser has no IndexedDB here, or withholds it.');
  return undefined;
}

/** Browsers that withhold the database leave it out, or throw a SecurityError as soon as its name is read. */
function hasDatabase(): boolean {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    return false;
  }
}

/** A client that can do nothing but say why: what stands between the page and a real one is then shown like any other trouble. */
export const brokenClient = (error: unknown): RunnerClient => {
  const fail = () => Promise.reject(error);
  const none = () => Promise.resolve(undefined);
  return {
    discover: fail, identities: () => Promise.resolve([]), pending: none, startRegistration: fail, resend: fail, waitForConfirmation: fail,
    checkConfirmation: fail, confirmCode: fail, openLink: fail, useActivationToken: fail, register: fail, cancelRegistration: fail, rename: fail, remove: fail,
    beginSignIn: () => { throw error; }, sign: fail, signInByPhone: fail, resolveAccessNumber: fail, requestDetails: fail, declineRequest: fail,
    signOutElsewhere: fail, quickCode: fail,
    subscribe: () => () => undefined,
  };
};
