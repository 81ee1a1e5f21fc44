import { type EngineFailureKind, engineFailureOf } from './engine-failure.js';

interface RetryRule {
  /** Tries in all; 1 means never again. */
  readonly tries: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/**
 * Only what can succeed later is tried again. A busy service answers at once and charges nothing, so it is
 * asked more often; a try that broke may have been charged, so there are few.
 */
const RULES: Readonly<Record<EngineFailureKind, RetryRule>> = {
  busy: { tries: 9, firstWaitSeconds: 0.5, longestWaitSeconds: 15 },
  unreachable: { tries: 5, firstWaitSeconds: 0.5, longestWaitSeconds: 8 },
  timeout: { tries: 3, firstWaitSeconds: 0.5, longestWaitSeconds: 2 },
  // As often as a take that fails its checks.
  broken: { tries: 3, firstWaitSeconds: 0.5, longestWaitSeconds: 2 },
  quota: { tries: 1, firstWaitSeconds: 0, longestWaitSeconds: 0 },
  key: { tries: 1, firstWaitSeconds: 0, longestWaitSeconds: 0 },
  request: { tries: 1, firstWaitSeconds: 0, longestWaitSeconds: 0 },
};

/** A service that asks for more is down as far as this build is concerned. */
const LONGEST_RETRY_AFTER_SECONDS = 120;

/**
 * How long to wait before the next try: doubled each time, with jitter so that requests that failed
 * together don't come back together, and never less than the service asks for.
 *
 * @param failedTries Tries of this request that have failed, this one included.
 * @param random Returns numbers from 0 to 1.
 * @returns undefined when it must not be tried again.
 */
export function secondsBeforeRetry(
  error: unknown,
  failedTries: number,
  random: () => number,
): number | undefined {
  const failure = engineFailureOf(error);
  if (failure?.isMended) return 0;
  const rule = failure && RULES[failure.kind];
  const askedFor = failure?.retryAfterSeconds ?? 0;
  if (rule === undefined || failedTries >= rule.tries || askedFor > LONGEST_RETRY_AFTER_SECONDS)
    return undefined;
  const doubled = Math.min(rule.longestWaitSeconds, rule.firstWaitSeconds * 2 ** (failedTries - 1));
  const jittered = doubled * (0.5 + random() / 2);
  return askedFor > 0 ? askedFor + random() * Math.min(1, askedFor / 4) : jittered;
}
