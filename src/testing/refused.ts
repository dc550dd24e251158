/**
 * What bundlers put in the place of `mpin-pinpad/testing` when they build for production (package.json's condition
 * `production`): the same names, none of the code, and an error that says why.
 */
import { refusal } from './guard.ts';

const refuse = (): never => {
  throw refusal('This is a production build');
};

/** The fixed values, none of which is of use here. */
export { ACCESS_NUMBER, DEFAULT_CODE, MATCH_NUMBER, ONE_TIME_PASSWORD } from './fixed.ts';

export const createTestServer = refuse;
export const signIn = refuse;
export const setUp = refuse;
