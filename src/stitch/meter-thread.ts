/**
 * Meters in a thread of their own. A decoder makes two megabytes of arrays for each second of work, and collecting
 * them is dear where the heap is large and free where it is nearly empty; and whoever feeds the encoder meanwhile
 * is not kept waiting.
 */
import type { Worker } from 'node:worker_threads';
import { AudioEditionError } from '../errors.js';
import { startWorker } from '../worker-thread.js';
import type { MeterAnswer, MeterRequest } from './meter-worker.js';
import type { FrameMeter, MeteredFrames, OpenFrameMeter } from './mp3-meter.js';

/** What one meter was asked, until it is answered. */
interface Waiting {
  readonly resolve: (result: MeteredFrames | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that starts with its first meter, or before. */
export class MeterThread {
  #worker: Worker | undefined;
  #meters = 0;
  /** By open meter, in the order of the requests. */
  readonly #waiting = new Map<number, Waiting[]>();

  readonly open: OpenFrameMeter = async (seamPlaces = []) => {
    this.#meters += 1;
    const meter = this.#meters;
    this.#waiting.set(meter, []);
    const ask = (request: MeterRequest) => this.#ask(request);
    await ask({ meter, ask: 'open', seamPlaces });
    return distantMeter(meter, ask, () => this.#free(meter));
  };

  /** Starts the thread and loads its decoder, so that the first meter is there when it is asked for. */
  warmUp(): void {
    // What goes wrong goes wrong again with that meter, and is told there.
    this.open().then(
      (meter) => meter.free(),
      () => undefined,
    );
  }

  /** Ends the thread; what it was at is rejected. */
  async close(): Promise<void> {
    this.#rejectAll(new Error('the thread of the meters was closed'));
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(request: MeterRequest): Promise<MeteredFrames | undefined> {
    return new Promise((resolve, reject) => {
      const queue = this.#waiting.get(request.meter);
      if (queue === undefined) return reject(failure('A meter was asked after it had been given back.'));
      queue.push({ resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage(request);
    });
  }

  #free(meter: number): void {
    this.#reject(meter, failure('A meter was given back before it had answered.'));
    this.#worker?.postMessage({ meter, ask: 'free' } satisfies MeterRequest);
  }

  #start(): Worker {
    const worker = startWorker('meter-worker', import.meta.url, undefined);
    worker.on('message', (answer: MeterAnswer) => {
      const asked = this.#waiting.get(answer.meter)?.shift();
      if ('error' in answer) asked?.reject(failure(answer.error));
      else asked?.resolve(answer.result);
    });
    worker.on('error', (error) => {
      this.#worker = undefined;
      this.#rejectAll(error);
    });
    return worker;
  }

  #rejectAll(error: unknown): void {
    for (const meter of [...this.#waiting.keys()]) this.#reject(meter, error);
  }

  #reject(meter: number, error: unknown): void {
    for (const asked of this.#waiting.get(meter) ?? []) asked.reject(error);
    this.#waiting.delete(meter);
  }
}

/** One portion is measured while the next is collected; what went wrong with one is thrown by the next call. */
function distantMeter(
  meter: number,
  ask: (request: MeterRequest) => Promise<MeteredFrames | undefined>,
  free: () => void,
): FrameMeter {
  let measured: Promise<unknown> = Promise.resolve();
  return {
    async add(frames) {
      const before = measured;
      measured = ask({ meter, ask: 'add', frames });
      measured.catch(() => undefined);
      await before;
    },
    async result() {
      await measured;
      const result = await ask({ meter, ask: 'result' });
      if (result === undefined) throw failure('A meter gave no result.');
      return result;
    },
    free,
  };
}

function failure(message: string): AudioEditionError {
  return new AudioEditionError(message, { code: 'mp3-undecodable', stage: 'stitch' });
}
