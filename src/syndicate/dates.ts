const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date (`2026-11-19`) or a time in ISO 8601 as RFC 2822 writes it (`Thu, 19 Nov 2026 00:00:00 GMT`): English
 * whatever the machine's language. A bare date means midnight UTC.
 */
export function rfc2822(isoDate: string): string {
  const date = new Date(isoDate);
  const day = `${WEEKDAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  return `${day} ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} GMT`;
}

/** A date for people in the page's language: `19 November 2026`. */
export function longDate(isoDate: string, language: string): string {
  const format = LONG_DATES.get(language) ?? longDateFormat(language);
  LONG_DATES.set(language, format);
  return format.format(new Date(isoDate));
}

/** Formats by language: making one takes longer than using it a hundred times. */
const LONG_DATES = new Map<string, Intl.DateTimeFormat>();

function longDateFormat(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat([locale, 'en-GB'], { dateStyle: 'long', timeZone: 'UTC' });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
