/** What is counted, for metrics and for whoever looks for the reason that nothing is answered. */
const RADIUS_COUNTERS = [
  'accessAccepts', 'accessRejects', 'accountingResponses', 'statusAnswers', 'duplicates',
  'droppedUnknownClient', 'droppedMalformed', 'droppedUnknownCode', 'droppedUnproved', 'droppedForged', 'droppedRate', 'droppedBusy', 'failures',
] as const;

export type RadiusCounter = (typeof RADIUS_COUNTERS)[number];

/** Counters since the server started. */
export interface RadiusStats {
  count(counter: RadiusCounter): void;
  snapshot(): Readonly<Record<RadiusCounter, number>>;
}

export function createRadiusStats(): RadiusStats {
  const counts = Object.fromEntries(RADIUS_COUNTERS.map((counter) => [counter, 0])) as Record<RadiusCounter, number>;
  return {
    count(counter) { counts[counter] += 1; },
    snapshot: () => ({ ...counts }),
  };
}
