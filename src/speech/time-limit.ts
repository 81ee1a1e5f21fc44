/**
 * A signal that follows another one and is aborted by itself after some time. To be ended when the work is done.
 *
 * Not `AbortSignal.any` with `AbortSignal.timeout`: Node 20 may collect the time-out as garbage before its time,
 * and then nothing ends a request that hangs (nodejs/node#57736).
 */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #source: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #follow = () => this.#controller.abort(this.#source.reason);

  constructor(source: AbortSignal, seconds: number) {
    this.#source = source;
    this.#timer = setTimeout(() => this.#controller.abort(new Error('time is up')), seconds * 1000);
    source.addEventListener('abort', this.#follow, { once: true });
    if (source.aborted) this.#follow();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#source.removeEventListener('abort', this.#follow);
  }
}
