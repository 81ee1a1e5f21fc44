import { cardinal } from './numbers.js';

/** `05` → "oh five", `30` → "thirty". */
export function minuteWords(minute: string): string {
  return minute.startsWith('0') ? `oh ${cardinal(minute.slice(1))}` : cardinal(minute);
}

/** `2:00` → "two o'clock", `14:00` → "fourteen hundred", `8:06` → "eight oh six". */
export function clock(hour: string, minute: string, oclock = false): string {
  const value = Number(hour);
  if (minute !== '00') return `${cardinal(String(value))} ${minuteWords(minute)}`;
  if (value === 0 || value === 24) return 'midnight';
  if (value > 12) return `${cardinal(String(value))} hundred`;
  return oclock ? `${cardinal(String(value))} o'clock` : value === 12 ? 'noon' : cardinal(String(value));
}
