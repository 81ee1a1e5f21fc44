/** A line as it stood in the file. */
export interface RawLine {
  readonly raw: string;
  /** From 1. */
  readonly line: number;
  /** Blank lines above. */
  readonly gap: number;
  /** The rows of a table that begins here, cells between bars. */
  readonly rows?: readonly string[];
}
