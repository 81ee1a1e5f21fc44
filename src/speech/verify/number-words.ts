/** Words of English numbers. */
const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);

const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const ORDINALS: Readonly<Record<string, string>> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
};

/**
 * The digits of all numbers of a text, however each is written: "twenty-five", "25" and "two five" are all
 * 25, "nineteen ninety" is 1990, "3.5 million" and "three point five million" are 3500000. So a text and its
 * transcript can be compared though one spells out what the other writes in digits.
 */
export function digitsOf(text: string): readonly string[] {
  const digits: string[] = [];
  let number: SpelledNumber | undefined;
  for (const word of wordsOf(text)) {
    if (/^\d/.test(word) || isNumberWord(word)) {
      number ??= new SpelledNumber();
      number.add(word);
    } else if (word === 'point' && number !== undefined) number.beginDecimals();
    else if (word !== 'and' && number !== undefined) {
      digits.push(number.digits);
      number = undefined;
    }
  }
  return number === undefined ? digits : [...digits, number.digits];
}

export function isNumberWord(word: string): boolean {
  return word in UNITS || word in TENS || word in SCALES || word === 'hundred';
}

/** Words in small letters; `1,500` stays one, `twenty-five` becomes two, ordinals become numbers. */
function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replace(/(\d),(?=\d{3})/g, '$1')
      .match(/\d+(?:\.\d+)?|[\p{L}']+/gu) ?? [];
  return words.map(
    (word) =>
      ORDINALS[word] ??
      word.replace(/^(four|six|seven|ten|\w+teen)th$/, '$1').replace(/^(\w+)tieth$/, '$1ty'),
  );
}

/** A number while its words come in. */
class SpelledNumber {
  /** Digits of numbers that stand before without a word between: "nineteen ninety". */
  #before = '';
  #total = 0;
  #value = 0;
  #last: number | undefined;
  #decimals: string | undefined;

  add(word: string): void {
    const scale = SCALES[word] ?? (word === 'hundred' ? 100 : undefined);
    if (scale !== undefined) this.#multiply(scale);
    else if (this.#decimals !== undefined) this.#decimals += UNITS[word] ?? word;
    else this.#addValue(UNITS[word] ?? TENS[word] ?? Number(word));
  }

  beginDecimals(): void {
    this.#decimals = '';
  }

  get digits(): string {
    return this.#before + String(this.#total + this.#currentValue).replace('.', '');
  }

  get #currentValue(): number {
    return this.#decimals === undefined ? this.#value : Number(`${this.#value}.${this.#decimals}`);
  }

  #multiply(scale: number): void {
    const product = (this.#currentValue || 1) * scale;
    this.#decimals = undefined;
    this.#last = scale;
    if (scale === 100) {
      this.#value = product;
    } else {
      this.#total += product;
      this.#value = 0;
    }
  }

  /** "Ninety nine" is one number, "nineteen ninety" and "zero seven" are two. */
  #addValue(value: number): void {
    const last = this.#last;
    const isTens = last !== undefined && last >= 20 && last < 100 && value > 0 && value < 10;
    const belongs = last === undefined || isTens || (last >= 100 && value < last);
    if (!belongs) {
      this.#before = this.digits;
      this.#value = 0;
      this.#total = 0;
    }
    this.#value += value;
    this.#last = value;
  }
}
