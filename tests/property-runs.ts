import fc from 'fast-check';

/**
 * Property tests draw the same examples every time, so that a change and nothing else turns them red. `FUZZ=20 npm test`
 * draws other ones, twenty times as many: run it before a release, and make an example test of what it finds.
 */
const fuzz = Number(process.env['FUZZ'] ?? 0);

fc.configureGlobal(fuzz > 0 ? { numRuns: runs(100) } : { seed: 20_260_131 });

/** How often a property is tried: as often as here, times `FUZZ`. */
export function runs(usually: number): number {
  return usually * Math.max(1, fuzz);
}
