import type { EngineFailureKind } from './engine-failure.js';

const KIND_BY_STATUS: Readonly<Record<number, EngineFailureKind>> = {
  401: 'key',
  402: 'quota',
  403: 'key',
  407: 'key',
  408: 'unreachable',
  409: 'unreachable',
  425: 'busy',
  429: 'busy',
};

/** Statuses under which services say that nothing is left to spend. */
const MAY_MEAN_QUOTA: ReadonlySet<number> = new Set([400, 401, 402, 403, 429]);

/** How services say it in words, when they give no code for it. */
const QUOTA_WORDS =
  /exceed\w* (your|the|its) (current |monthly )?quota|quota (is |was )?(exceeded|exhausted|used up)|(insufficient|not enough|out of|no) (credits?|funds|quota|balance)|credits? (remaining|exhausted)|billing/i;

/** A limit of requests in a time passes by itself, whatever it is called. */
const PASSING_WORDS = /per (second|minute|hour|day)|rate.?limit|concurren|simultaneous/i;

/**
 * What sort of failure an answer is. A code that the engine knows decides; then the words, for a 429 may be a quota
 * that is used up; then the status.
 *
 * @param status Absent when there was no answer.
 * @param codes What the service calls it, most exact first.
 */
export function failureKind(
  status: number | undefined,
  codes: readonly string[],
  message: string,
  kindByCode: Readonly<Record<string, EngineFailureKind>>,
): EngineFailureKind {
  const byCode = codes.map((code) => kindByCode[code]).find((kind) => kind !== undefined);
  if (byCode !== undefined) return byCode;
  if (status === undefined || status >= 500) return 'unreachable';
  if (MAY_MEAN_QUOTA.has(status) && QUOTA_WORDS.test(message) && !PASSING_WORDS.test(message)) return 'quota';
  return KIND_BY_STATUS[status] ?? 'request';
}
