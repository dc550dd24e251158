/** A kit for the tests of sites that embed the elements (docs/testing.md): `mpin-pinpad/testing`. */
export { ACCESS_NUMBER, DEFAULT_CODE, MATCH_NUMBER, ONE_TIME_PASSWORD } from './fixed.ts';
export { setUp, signIn } from './playwright.ts';
export type { LocatorLike, RoutablePage, RouteLike, SignInOptions, TestPage } from './playwright.ts';
export type { TestProject } from './project.ts';
export { createTestServer } from './server.ts';
export type { IncomingLike, Listener, OutgoingLike } from './listener.ts';
export type { Received, TestServer, TestServerOptions, TestUser, Trouble, TroubleOptions } from './server.ts';
