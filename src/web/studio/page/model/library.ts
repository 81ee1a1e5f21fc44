import type { EditionEntry, EngineVoices, Session } from '../../api.js';
import type { ModelHost } from './host.js';

/** The show as a whole: who we talk to, and its editions. */
export class Library {
  session: Session | undefined;
  editions: readonly EditionEntry[] | undefined;
  /** Where the next page of editions begins. */
  next: string | undefined;
  private readonly voicesOf = new Map<string, EngineVoices | 'asked'>();

  constructor(private readonly host: ModelHost) {}

  get isEmpty(): boolean {
    return this.editions?.length === 0;
  }

  async load(): Promise<void> {
    const { api } = this.host;
    const [session, list] = await Promise.all([api.session(), api.editions()]);
    this.session = session;
    wear(session.show.accent);
    this.editions = list.editions;
    this.next = list.next;
    this.host.update();
  }

  /** The editions as they are now; as many as are shown. */
  async refresh(): Promise<void> {
    const shown = this.editions?.length ?? 0;
    const list = await this.host.api.editions();
    this.editions = list.editions;
    this.next = list.next;
    while (this.next !== undefined && this.editions.length < shown) await this.more();
    this.host.update();
  }

  async more(): Promise<void> {
    const list = await this.host.api.editions(this.next);
    this.editions = [...(this.editions ?? []), ...list.editions];
    this.next = list.next;
    this.host.update();
  }

  /** Voices of an engine; asked for once, `undefined` until they are there. */
  voices(engine: string): EngineVoices | undefined {
    const known = this.voicesOf.get(engine);
    if (known === undefined) void this.askVoices(engine);
    return known === 'asked' ? undefined : known;
  }

  /** Without an answer, the voices that the edition uses are all that can be chosen. */
  private async askVoices(engine: string): Promise<void> {
    this.voicesOf.set(engine, 'asked');
    const voices = await this.host.api.voices(engine).catch(() => ({ engine, voices: [] }));
    this.voicesOf.set(engine, voices);
    this.host.update();
  }
}

/** The show's colour, as its pages wear it; text on it keeps its contrast by the theme. */
function wear(accent: string | undefined): void {
  if (accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent)) {
    document.documentElement.style.setProperty('--show-accent', accent);
  }
}
