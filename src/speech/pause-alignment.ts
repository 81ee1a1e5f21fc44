/** A silence inside a take. */
export interface Pause {
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** Speech before the pause, pauses left out. */
  readonly spokenSeconds: number;
}

/** The end of a word, where a pause may stand. */
export interface WordEnd {
  /** Speech up to here as the length of the words lets expect, pauses left out. */
  readonly expectedSeconds: number;
  readonly punctuation: 'sentence' | 'clause' | 'none';
}

/** What is unlikely costs; only the order and the rough size of these numbers matter. */
const COST = {
  /** A pause here. */
  pauseAt: { sentence: 0, clause: 0.1, none: 1.5 },
  /** No pause here. */
  noPauseAt: { sentence: 1.5, clause: 0.3, none: 0 },
  /** A pause that stands nowhere, for each second of it. */
  lostPausePerSecond: 4,
} as const;

/** How far the speech between two pauses may be from what is expected: a part that is fixed and a share. */
const LEEWAY_SECONDS = 0.25;
const LEEWAY_SHARE = 0.12;

/** So many pauses in a row may stand nowhere. */
const MOST_LOST_PAUSES = 3;

interface Laid {
  readonly cost: number;
  readonly previous?: { readonly pause: number; readonly word: number };
}

/**
 * Lays the pauses of a take on the ends of its words, in order, at the lowest cost (dynamic programming):
 * pauses stand at punctuation, and the speech between two of them is about as long as its words are.
 *
 * @param spokenSeconds All speech of the take, pauses left out.
 * @returns For words by index the pause that follows; none for the last word.
 */
export function alignPauses(
  pauses: readonly Pause[],
  words: readonly WordEnd[],
  spokenSeconds: number,
): ReadonlyMap<number, Pause> {
  // The end is like a pause that must stand after the last word.
  const withEnd = [...pauses, { startSeconds: 0, lengthSeconds: 0, spokenSeconds }];
  const table: (readonly Laid[])[] = [];
  const alignment: Alignment = { pauses: withEnd, words, unspoken: unspokenPunctuationCosts(words), table };
  for (const pause of withEnd.keys()) table.push(words.map((_, word) => layPause(pause, word, alignment)));
  return traceBack(pauses, table);
}

interface Alignment {
  readonly pauses: readonly Pause[];
  readonly words: readonly WordEnd[];
  readonly unspoken: Float64Array;
  readonly table: readonly (readonly Laid[])[];
}

/** The cheapest way to let a pause stand after a word: it is the first, or follows another. */
function layPause(pause: number, word: number, alignment: Alignment): Laid {
  const { words, unspoken, table } = alignment;
  const here = COST.pauseAt[words[word]?.punctuation ?? 'none'];
  let best: Laid = { cost: here + stretchCost(-1, -1, pause, word, alignment) + (unspoken[word] ?? 0) };
  for (let before = pause - 1; before >= Math.max(0, pause - 1 - MOST_LOST_PAUSES); before--) {
    for (let from = 0; from < word; from++) {
      const laid = table[before]?.[from];
      if (laid === undefined || laid.cost + here >= best.cost) continue;
      const skipped = (unspoken[word] ?? 0) - (unspoken[from + 1] ?? 0);
      const cost = laid.cost + here + skipped + stretchCost(before, from, pause, word, alignment);
      if (cost < best.cost) best = { cost, previous: { pause: before, word: from } };
    }
  }
  return best;
}

/** What it costs that the speech between two pauses is longer or shorter than expected, and pauses between lost. */
function stretchCost(
  before: number,
  from: number,
  pause: number,
  word: number,
  { pauses, words }: Alignment,
): number {
  const expected = (words[word]?.expectedSeconds ?? 0) - (words[from]?.expectedSeconds ?? 0);
  const heard = (pauses[pause]?.spokenSeconds ?? 0) - (pauses[before]?.spokenSeconds ?? 0);
  const off = (heard - expected) / (LEEWAY_SECONDS + LEEWAY_SHARE * expected);
  let lost = 0;
  for (let between = before + 1; between < pause; between++) lost += pauses[between]?.lengthSeconds ?? 0;
  return off * off + lost * COST.lostPausePerSecond;
}

/** For each word the cost of all punctuation before it, if no pause stood at any. */
function unspokenPunctuationCosts(words: readonly WordEnd[]): Float64Array {
  const costs = new Float64Array(words.length + 1);
  words.forEach(({ punctuation }, index) => {
    costs[index + 1] = (costs[index] ?? 0) + COST.noPauseAt[punctuation];
  });
  return costs;
}

function traceBack(
  pauses: readonly Pause[],
  table: readonly (readonly Laid[])[],
): ReadonlyMap<number, Pause> {
  const placed = new Map<number, Pause>();
  const lastPause = table.length - 1;
  let laid = table[lastPause]?.at(-1);
  while (laid?.previous !== undefined) {
    const { pause, word } = laid.previous;
    const found = pauses[pause];
    if (found !== undefined) placed.set(word, found);
    laid = table[pause]?.[word];
  }
  return placed;
}
