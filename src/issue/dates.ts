/** The day of a date as documents write it (ISO 8601, RFC 2822, "3 May 2026") as `YYYY-MM-DD`, or undefined. */
export function isoDate(written: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(written);
  if (iso) return isCalendarDay(iso[0].trim()) ? iso[0].trim() : undefined;
  const parts = writtenOut(written);
  return parts && isCalendarDay(parts) ? parts : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function writtenOut(written: string): string | undefined {
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(written);
  if (dayFirst) return joined(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(written);
  return monthFirst ? joined(monthFirst[3], monthFirst[1], monthFirst[2]) : undefined;
}

function joined(year = '', monthName = '', day = ''): string | undefined {
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  return month === 0 ? undefined : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether `YYYY-MM-DD` names a day that exists. */
export function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
