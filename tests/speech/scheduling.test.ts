import { describe, expect, it } from 'vitest';
import { AdaptiveLimit } from '../../src/speech/adaptive-limit.js';
import { type EngineFailureKind, engineFailure } from '../../src/speech/engine-failure.js';
import { readRetryAfter } from '../../src/speech/http-answer.js';
import { secondsBeforeRetry } from '../../src/speech/retry-policy.js';

const failure = (kind: EngineFailureKind, retryAfterSeconds?: number) =>
  engineFailure('It failed.', {
    engine: 'test',
    kind,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

describe('secondsBeforeRetry', () => {
  it.each(['quota', 'key', 'request'] as const)('never tries again after a %s failure', (kind) => {
    expect(secondsBeforeRetry(failure(kind), 1, Math.random)).toBeUndefined();
  });

  it('never tries again after an error that is not the engine’s', () => {
    expect(secondsBeforeRetry(new TypeError('a bug'), 1, Math.random)).toBeUndefined();
  });

  it('doubles the wait up to a limit, and gives up', () => {
    const waits = Array.from({ length: 9 }, (_, tries) =>
      secondsBeforeRetry(failure('busy'), tries + 1, () => 1),
    );
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15, undefined]);
  });

  it('spreads requests that failed together over half of the wait', () => {
    expect(secondsBeforeRetry(failure('unreachable'), 3, () => 0)).toBe(1);
    expect(secondsBeforeRetry(failure('unreachable'), 3, () => 1)).toBe(2);
  });

  it('never comes back earlier than it is asked to', () => {
    expect(secondsBeforeRetry(failure('busy', 7), 1, () => 0)).toBe(7);
    expect(secondsBeforeRetry(failure('busy', 7), 1, () => 1)).toBe(8);
  });

  it('asks at once when the engine has mended its request, and twice more for an answer without audio', () => {
    const mended = engineFailure('It failed.', { engine: 'test', kind: 'request', isMended: true });
    expect(secondsBeforeRetry(mended, 1, Math.random)).toBe(0);
    const waits = [1, 2, 3].map((tries) => secondsBeforeRetry(failure('broken'), tries, () => 1));
    expect(waits).toEqual([0.5, 1, undefined]);
  });

  it('takes a service that asks for an hour to be down', () => {
    expect(secondsBeforeRetry(failure('busy', 3600), 1, () => 0)).toBeUndefined();
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  it.each([
    ['3', 3],
    ['0', 0],
    ['-1', 0],
    ['Tue, 24 Nov 2026 10:00:05 GMT', 5],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %j', (header, seconds) => {
    const headers = new Headers(header === null ? {} : { 'retry-after': header });
    expect(readRetryAfter(headers, now)).toBe(seconds);
  });

  it('reads milliseconds, as OpenAI sends them', () => {
    expect(readRetryAfter(new Headers({ 'retry-after-ms': '250', 'retry-after': '1' }), now)).toBe(0.25);
  });
});

describe('AdaptiveLimit', () => {
  /** Starts tasks that end when they are told to, and counts how many run. */
  const running = (limit: AdaptiveLimit) => {
    let count = 0;
    const ends: (() => void)[] = [];
    const start = () =>
      limit.run(
        () =>
          new Promise<void>((resolve) => {
            count++;
            ends.push(() => {
              count--;
              resolve();
            });
          }),
      );
    return { start, count: () => count, endOne: () => ends.shift()?.() };
  };

  it('runs no more at once than it is set to', async () => {
    const limit = new AdaptiveLimit({ start: 3, ceiling: 10 });
    const tasks = running(limit);
    for (let index = 0; index < 8; index++) void tasks.start();
    await Promise.resolve();
    expect(tasks.count()).toBe(3);
    tasks.endOne();
    await new Promise(setImmediate);
    expect(tasks.count()).toBe(3);
  });

  it('goes to what the service says, but never above what the user says', () => {
    const limit = new AdaptiveLimit({ start: 5, ceiling: 8 });
    limit.answered(20);
    expect(limit.current).toBe(8);
    limit.answered(2);
    expect(limit.current).toBe(2);
  });

  it('falls once for requests that were refused together', () => {
    const limit = new AdaptiveLimit({ start: 10, ceiling: 10 });
    for (let refused = 0; refused < 6; refused++) limit.complained(0, undefined);
    expect(limit.current).toBe(7);
    limit.complained(6, undefined);
    expect(limit.current).toBe(4);
  });

  it('forgives one complaint after so many at once were taken twice over, not two', () => {
    const limit = new AdaptiveLimit({ start: 4, ceiling: 4 });
    for (let answers = 0; answers < 8; answers++) limit.answered(undefined);
    limit.complained(0, undefined);
    expect(limit.current).toBe(4);
    limit.complained(1, undefined);
    expect(limit.current).toBe(2);
  });

  it('comes back slowly, and more slowly after each complaint', () => {
    const limit = new AdaptiveLimit({ start: 3, ceiling: 3 });
    const answersUntil = (wanted: number) => {
      for (let answers = 1; answers < 1000; answers++) {
        limit.answered(undefined);
        if (limit.current === wanted) return answers;
      }
      return Number.POSITIVE_INFINITY;
    };
    limit.complained(0, undefined);
    expect(limit.current).toBe(2);
    const first = answersUntil(3);
    limit.complained(1, undefined);
    expect(answersUntil(3)).toBeGreaterThan(first);
  });
});
