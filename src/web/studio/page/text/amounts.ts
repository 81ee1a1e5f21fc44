import type { Cost } from '../../api.js';

/*
 * The page speaks English. Its few numbers and dates are put together here and not by `Intl`: the first formatter of
 * a page reads the browser's tables, which takes a tenth of the time in which an edition is to stand.
 */

/** `181 characters, $0.02`; what is not known is not said, and `nothing new` where every take is kept. */
export function costText(cost: Cost): string {
  const { newCharacters, dollars, units, unit } = cost;
  if (newCharacters === 0) return 'nothing new';
  const price =
    priceText(dollars) ?? (units === undefined ? undefined : `${grouped(String(units))} ${unit ?? ''}`);
  return [count(newCharacters, 'character'), ...(price === undefined ? [] : [price.trim()])].join(', ');
}

/** `$0.02`, `under $0.01`, `free`; `undefined` where the price is not known. */
export function priceText(dollars: number | undefined): string | undefined {
  if (dollars === undefined) return undefined;
  if (dollars === 0) return 'free';
  return dollars < 0.01 ? 'under $0.01' : `$${grouped(dollars.toFixed(2))}`;
}

/** `1 story`, `8 stories`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(String(number))} ${number === 1 ? one : many}`;
}

/** `19 Nov` for `2026-11-19` in that year, `19 Nov 2026` in others; what is no date as it is. */
export function dayText(date: string, now: Date): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  const [, day, month, year] = at.toUTCString().split(' ');
  return `${Number(day)} ${month}${year === String(now.getFullYear()) ? '' : ` ${year}`}`;
}

/** `10:46` for today, else `19 Nov, 07:00`. */
export function momentText(iso: string, now: Date): string {
  const at = new Date(iso);
  const [, month, day, , time = ''] = at.toString().split(' ');
  const isToday = at.toDateString() === now.toDateString();
  return `${isToday ? '' : `${Number(day)} ${month}, `}${time.slice(0, 5)}`;
}

/** `about 40 s`, `about 3 min`. */
export function durationText(seconds: number): string {
  return seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s`
    : `about ${Math.round(seconds / 60)} min`;
}

/** `12,345`, `12,345.5`. */
function grouped(digits: string): string {
  return digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
