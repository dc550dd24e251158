const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60],
];

/**
 * How long ago something was, as a language says it: "now", "5 minutes ago", "yesterday". Digits stay Western, as everywhere in the elements.
 *
 * @param then - Unix seconds; what lies ahead by a clock that goes wrong is now
 * @param lang - BCP 47
 */
export function ago(then: number, now: number, lang: string): string {
  const passed = Math.max(0, now - then);
  const [unit, seconds] = UNITS.find(([, size]) => passed >= size) ?? (['second', Infinity] as const);
  return new Intl.RelativeTimeFormat(`${lang}-u-nu-latn`, { numeric: 'auto' }).format(-Math.floor(passed / seconds) || 0, unit);
}
