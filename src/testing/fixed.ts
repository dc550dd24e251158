/** The code of every mail, unless a test chooses another. */
export const DEFAULT_CODE = '123456';

/** The two digits that a page shows for the confirmation elsewhere. */
export const MATCH_NUMBER = '47';

/** The number that a page shows for phones. */
export const ACCESS_NUMBER = '3141594';

/** The one-time password of everybody. */
export const ONE_TIME_PASSWORD = '482915';
