import type { Problem } from '../../machine/index.ts';

/** What a person can read to somebody who helps: the code, and the server's name for the request. */
export const supportCode = ({ code, requestId }: Problem): string => (requestId === undefined ? code : `${code} ${requestId}`);
