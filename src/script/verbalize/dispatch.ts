import type { Language, Rule } from './language.js';

/** A language's rules, filed by where they are worth trying. */
export interface Dispatch {
  readonly words: ReadonlyMap<string, readonly Rule[]>;
  readonly rulesAt: (text: string, at: number) => readonly Rule[];
}

const filed = new WeakMap<Language, Dispatch>();

/** The rules of a language, filed once. */
export function startsOf(language: Language): Dispatch {
  let dispatch = filed.get(language);
  if (dispatch === undefined) {
    dispatch = file(language.rules);
    filed.set(language, dispatch);
  }
  return dispatch;
}

const HEAD_WORD = /\p{L}{1,40}/uy;
const NO_RULES: readonly Rule[] = [];

function file(rules: readonly Rule[]): Dispatch {
  const words = new Map<string, Rule[]>();
  const characters = new Map<string, Rule[]>();
  const numbers = rules.filter((rule) => rule.starts === 'number');
  const mixed = rules.filter((rule) => rule.starts === 'mixed');
  for (const rule of rules) {
    if (typeof rule.starts === 'string') continue;
    if ('words' in rule.starts) for (const word of rule.starts.words) add(words, word, rule);
    else for (const character of rule.starts.characters) add(characters, character, rule);
  }
  const named = new Map([...words].map(([word, list]) => [word, [...list, ...mixed]]));
  const rulesAt = (text: string, at: number): readonly Rule[] => {
    const code = text.charCodeAt(at);
    if (isDigit(code) || (code === POINT && isDigit(text.charCodeAt(at + 1)))) return numbers;
    HEAD_WORD.lastIndex = at;
    const head = HEAD_WORD.exec(text)?.[0];
    if (head !== undefined) return named.get(head.toLowerCase()) ?? mixed;
    return characters.get(String.fromCodePoint(text.codePointAt(at) ?? 0)) ?? NO_RULES;
  };
  return { words, rulesAt };
}

const POINT = 46;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function add(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [rule]);
  else if (!list.includes(rule)) list.push(rule);
}
