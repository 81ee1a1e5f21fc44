const MILLISECONDS_PER_DAY = 86_400_000;

/** How often a show appears: in words, and as a recurrence rule (RFC 5545) for `podcast:updateFrequency`. */
export interface Rhythm {
  readonly text: string;
  readonly rule: string;
}

/** Usual days between two editions → rhythm. */
const RHYTHMS: readonly (readonly [from: number, to: number, rhythm: Rhythm])[] = [
  [1, 1, { text: 'Daily', rule: 'FREQ=DAILY' }],
  [5, 9, { text: 'Weekly', rule: 'FREQ=WEEKLY' }],
  [12, 16, { text: 'Every two weeks', rule: 'FREQ=WEEKLY;INTERVAL=2' }],
  [26, 33, { text: 'Monthly', rule: 'FREQ=MONTHLY' }],
];

/** The rhythm of the newest editions, by the middle one of the gaps between them; nothing where there is none. */
export function rhythmOf(datesNewestFirst: readonly string[]): Rhythm | undefined {
  const days = datesNewestFirst.slice(0, 12).map((date) => Date.parse(date) / MILLISECONDS_PER_DAY);
  const gaps = days.slice(1).map((day, index) => (days[index] ?? day) - day);
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (middle === undefined) return undefined;
  return RHYTHMS.find(([from, to]) => middle >= from && middle <= to)?.[2];
}
