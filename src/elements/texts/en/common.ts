import type { CommonTexts } from '../texts.ts';

/** English for every element that talks to a platform. */
export const texts: CommonTexts = {
  $code: 'en', $dir: 'ltr',

  starting: 'Loading…',
  deviceOn: (browser, platform) => `${browser} on ${platform}`,

  tryAgain: 'Try again',
  tryAgainIn: (time) => `Try again in ${time}`,
  support: (code) => `Code for support: ${code}`,
  troubles: {
    offline: ['No connection', 'We cannot reach the service. Check your connection; we go on as soon as it is back.'],
    server: ['The service has a problem', 'It is not your fault, and nothing was lost. Try again in a moment.'],
    'rate-limited': ['Too many tries', 'For your safety there is a short pause. Then you can go on.'],
    'session-expired': ['That took too long', 'The sign in was open for too long. Nothing was counted against you.'],
    unexpected: ['Something went wrong', 'This should not have happened. Try again, and tell the owner of this site if it stays.'],
  },
};
