/** Enough for a story and its neighbours; 32 takes of 12 s are 74 MB. */
const MOST_SOUNDS = 32;

/** What a take is decoded to; above the rate of every engine. */
const SAMPLE_RATE_HZ = 48_000;

/** Decoded takes by address, the latest ones. A take never changes, so what was fetched once stays true. */
export class TakeSounds {
  private readonly known = new Map<string, Promise<AudioBuffer>>();
  /** Decodes without asking for a sound card, so that a take can be ready before anything may be heard. */
  private readonly decoder = new OfflineAudioContext({ length: 1, sampleRate: SAMPLE_RATE_HZ });

  /** Fetches and decodes. Rejects with a sentence for people. */
  get(url: string): Promise<AudioBuffer> {
    const known = this.known.get(url) ?? this.load(url);
    this.known.delete(url);
    this.known.set(url, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_SOUNDS) break;
      this.known.delete(oldest);
    }
    return known;
  }

  private load(url: string): Promise<AudioBuffer> {
    const sound = decode(this.decoder, url);
    // A failure is no answer to the next question.
    sound.catch(() => this.known.delete(url));
    return sound;
  }
}

async function decode(decoder: BaseAudioContext, url: string): Promise<AudioBuffer> {
  const response = await fetch(url).catch(() => undefined);
  if (response === undefined) {
    throw new Error('The sound could not be fetched; the studio’s server does not answer.');
  }
  if (!response.ok) throw new Error(`The sound could not be fetched (${response.status}).`);
  const bytes = await response.arrayBuffer();
  return decoder.decodeAudioData(bytes).catch(() => {
    throw new Error('The browser can’t play this take.');
  });
}
