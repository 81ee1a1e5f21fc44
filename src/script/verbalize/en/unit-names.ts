import { PREFIXABLE, PREFIXES, UNITS, type UnitName } from './tables/units.js';

/** Every unit by its symbol, with those that take prefixes spelled out. */
const BY_SYMBOL: ReadonlyMap<string, UnitName> = new Map([...prefixed(), ...Object.entries(UNITS)]);

function* prefixed(): Generator<readonly [string, UnitName]> {
  for (const [symbol, [one, many, prefixes]] of Object.entries(PREFIXABLE)) {
    yield [symbol, [one, many]];
    for (const prefix of prefixes.split(' ')) {
      const name = PREFIXES[prefix] ?? '';
      yield [
        prefix + symbol,
        /^FLOP/.test(one) ? [`${name}flops`, `${name}flops`] : [name + one, name + many],
      ];
    }
  }
}

/** A unit found in a text. */
export interface FoundUnit {
  readonly name: UnitName;
  readonly symbol: string;
  readonly end: number;
}

const SQUARED = /(?:(sq|cu|fl)\.?[\s ])?([°º]?[A-Za-zµμΩ]{1,6}|[°º℃℉%٪‰¢])(?:\^?([23²³])(?!\d))?/uy;
const POWERS: Readonly<Record<string, string>> = {
  '2': 'square',
  '²': 'square',
  sq: 'square',
  '3': 'cubic',
  '³': 'cubic',
  cu: 'cubic',
  fl: 'fluid',
};

/** The unit that stands at a position, with its power: `km²`, `sq mi`, `kgf`, `°C`. */
export function unitAt(text: string, at: number): FoundUnit | undefined {
  const degrees = degreesAt(text, at);
  if (degrees !== undefined) return degrees;
  SQUARED.lastIndex = at;
  const match = SQUARED.exec(text);
  if (match === null) return undefined;
  const [all, before, symbol = '', behind] = match;
  const name = BY_SYMBOL.get(symbol);
  const end = at + all.length;
  if (name === undefined || /^(?:[\p{L}\p{N}]|\.\p{L})/u.test(text.slice(end, end + 2))) return undefined;
  const power = POWERS[before ?? behind ?? ''];
  return { name: power === undefined ? name : [`${power} ${name[0]}`, `${power} ${name[1]}`], symbol, end };
}

const DEGREES =
  /(?:[°º]|deg(?:\.|(?!\p{L})))(?:[\s ]?(C(?:els(?:ius)?)?|F(?:ahr?(?:enheit)?)?|K)\.?(?![\p{L}\p{N}]))?/uy;
const SCALES: Readonly<Record<string, string>> = { C: 'Celsius', F: 'Fahrenheit', K: 'Kelvin' };

/** `°`, `°C`, `° F`, `deg. C`, `deg.Fahr.`. */
function degreesAt(text: string, at: number): FoundUnit | undefined {
  DEGREES.lastIndex = at;
  const match = DEGREES.exec(text);
  if (match === null) return undefined;
  const [all, scale = ''] = match;
  const name = SCALES[scale.charAt(0)];
  const suffix = name === undefined ? '' : ` ${name}`;
  return { name: [`degree${suffix}`, `degrees${suffix}`], symbol: '°', end: at + all.length };
}
