import type { Cost } from '../../api.js';

const LANGUAGE = 'en';
const whole = new Intl.NumberFormat(LANGUAGE);
const money = new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency: 'USD' });

/** `181 characters, $0.02`; what is not known is not said, and `nothing new` where every take is kept. */
export function costText(cost: Cost): string {
  const { newCharacters, dollars, units, unit } = cost;
  if (newCharacters === 0) return 'nothing new';
  const price =
    priceText(dollars) ?? (units === undefined ? undefined : `${whole.format(units)} ${unit ?? ''}`);
  return [count(newCharacters, 'character'), ...(price === undefined ? [] : [price.trim()])].join(', ');
}

/** `$0.02`, `under $0.01`, `free`; `undefined` where the price is not known. */
export function priceText(dollars: number | undefined): string | undefined {
  if (dollars === undefined) return undefined;
  if (dollars === 0) return 'free';
  return dollars < 0.01 ? 'under $0.01' : money.format(dollars);
}

/** `1 story`, `8 stories`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${whole.format(number)} ${number === 1 ? one : many}`;
}

/** `10:46` for today, else `19 November, 07:00`. */
export function momentText(iso: string, now: Date): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(LANGUAGE, {
    ...(isToday ? {} : { day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `about 40 s`, `about 3 min`. */
export function durationText(seconds: number): string {
  return seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s`
    : `about ${Math.round(seconds / 60)} min`;
}
