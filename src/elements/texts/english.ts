import { texts as identities } from './en/identities.ts';
import { texts as setUp } from './en/set-up.ts';
import { texts as signIn } from './en/sign-in.ts';
import { texts as troubles } from './en/troubles.ts';
import { english as otp } from './otp.ts';
import type { Texts, TextsAtHand } from './texts.ts';

/** English, all of it. */
export const english: Texts = { ...signIn, ...setUp, ...identities, ...otp, troubles: { ...signIn.troubles, ...troubles } };

/** What a language or a site has not said is said in English. */
export const completed = (texts: TextsAtHand): Texts => ({ ...english, ...texts, troubles: { ...english.troubles, ...texts.troubles } });
