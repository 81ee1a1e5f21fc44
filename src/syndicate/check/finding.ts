/** Something under `--out` that is not as it should be. */
export interface Finding {
  /** Stable, kebab-case. */
  readonly code: string;
  /** Path under `--out`. */
  readonly file: string;
  /** What is wrong, in one plain sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Collects findings of one file. */
export type Report = (code: string, problem: string) => void;

/** A report whose findings all have the same file and remedy. */
export function reporter(findings: Finding[], file: string, remedy: string): Report {
  return (code, problem) => findings.push({ code, file, problem, remedy });
}
