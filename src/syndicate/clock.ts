const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

/** `1:05`, `1:02:07`: as players write a position. Fractions are cut. */
export function clockTime(seconds: number): string {
  const { hours, minutes, whole } = parts(seconds);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole)}` : `${minutes}:${two(whole)}`;
}

/** `00:01:05`: hours, minutes and whole seconds, two digits each. */
export function fullClockTime(seconds: number): string {
  const { hours, minutes, whole } = parts(seconds);
  return `${two(hours)}:${two(minutes)}:${two(whole)}`;
}

/** `00:01:05.250`: with milliseconds after `separator` (WebVTT and Podlove want a dot, SubRip a comma). */
export function exactClockTime(seconds: number, separator: '.' | ',' = '.'): string {
  const milliseconds = Math.round(seconds * 1000);
  const fraction = String(milliseconds % 1000).padStart(3, '0');
  return `${fullClockTime(Math.floor(milliseconds / 1000))}${separator}${fraction}`;
}

/** `PT1H2M7S`, as HTML's `datetime` and schema.org's `duration` want it. */
export function isoDuration(seconds: number): string {
  const { hours, minutes, whole } = parts(Math.round(seconds));
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${whole}S`;
}

/** Whole minutes for people, at least one. */
export function roundMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / SECONDS_PER_MINUTE));
}

function parts(seconds: number): { hours: number; minutes: number; whole: number } {
  const total = Math.max(0, Math.floor(seconds));
  return {
    hours: Math.floor(total / SECONDS_PER_HOUR),
    minutes: Math.floor((total % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE),
    whole: total % SECONDS_PER_MINUTE,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
