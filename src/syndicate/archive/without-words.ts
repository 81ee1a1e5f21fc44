const WORDS = Buffer.from('"words"');
const [COLON, OPEN, CLOSE] = [':', '[', ']'].map((character) => character.charCodeAt(0));
const WHITE = new Set([' ', '\t', '\n', '\r'].map((character) => character.charCodeAt(0)));

/**
 * Empties every list of `words` in a manifest's JSON, however it is spaced: they are nine tenths of it, and feed and
 * index need none. Nothing is parsed: a list ends where a word's `}` is followed by `]`. Where a word itself is
 * written like that, what comes out is no JSON (its quotes no longer pair), and the caller parses the whole.
 */
export function withoutWords(json: Buffer): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  let at = json.indexOf(WORDS);
  while (at !== -1) {
    const first = startOfList(json, at + WORDS.length);
    const end = first === undefined ? at + WORDS.length : endOfList(json, first);
    kept.push(json.subarray(from, first ?? end));
    from = end;
    at = json.indexOf(WORDS, from);
  }
  kept.push(json.subarray(from));
  return Buffer.concat(kept);
}

/** The place after `: [`; nothing where something else follows. */
function startOfList(json: Buffer, from: number): number | undefined {
  const colon = skipWhite(json, from);
  if (json[colon] !== COLON) return undefined;
  const open = skipWhite(json, colon + 1);
  return json[open] === OPEN ? open + 1 : undefined;
}

/** The place of the `]`; the end of the text where there is none. */
function endOfList(json: Buffer, first: number): number {
  const next = json[first];
  const isSpaced = next !== undefined && WHITE.has(next);
  const afterSpace = isSpaced ? skipWhite(json, first) : first;
  if (json[afterSpace] === CLOSE) return afterSpace;
  // Writers that put each word on a line of its own do the same with the bracket.
  const lastBrace = json.indexOf(isSpaced ? `}${String.fromCharCode(next)}` : '}]', first);
  const close = lastBrace === -1 ? json.length : skipWhite(json, lastBrace + 1);
  return json[close] === CLOSE ? close : json.length;
}

function skipWhite(json: Buffer, from: number): number {
  let at = from;
  while (WHITE.has(json[at] ?? 0)) at++;
  return at;
}
