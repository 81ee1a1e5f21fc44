const PREFIX = 'audio-edition-studio-unkept ';

/**
 * What stands in open fields and is not kept yet. Survives a reload of this window and goes with the window; where
 * the browser forbids storage, or has no room, only as long as the page.
 */
export class Unkept {
  private readonly fields = new Map<string, unknown>();

  /** What was written for a field, by this page or by the one before the reload. */
  read<T>(field: string): T | undefined {
    if (!this.fields.has(field)) this.fields.set(field, stored(field));
    return this.fields.get(field) as T | undefined;
  }

  has(field: string): boolean {
    return this.read(field) !== undefined;
  }

  /** Remembers what stands in a field; `undefined` where it is kept or given up. */
  write(field: string, typed: unknown): void {
    this.fields.set(field, typed);
    try {
      if (typed === undefined) sessionStorage.removeItem(PREFIX + field);
      else sessionStorage.setItem(PREFIX + field, JSON.stringify(typed));
    } catch {
      // It stays in memory.
    }
  }
}

/** The field with the spoken text of a segment. */
export function speechField(edition: string | undefined, segment: string): string {
  return `speech ${edition} ${segment}`;
}

function stored(field: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + field) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
