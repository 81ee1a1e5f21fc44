import { setMaxListeners } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../../worker-thread.js';
import type { WorkerAnswer, WorkerRequest } from './flite-worker.js';

/** What a worker thread returns when all went well. */
export type FliteAnswer = Exclude<WorkerAnswer, { readonly error: string }>;

interface Job {
  readonly request: WorkerRequest;
  readonly resolve: (answer: FliteAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** A few threads that speak, each one text at a time. Threads start when there is work for them. */
export class FlitePool {
  readonly #flite: WebAssembly.Module;
  readonly #threads: number;
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #jobs = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];

  constructor(flite: WebAssembly.Module, threads: number) {
    this.#flite = flite;
    this.#threads = Math.max(1, threads);
  }

  /** @throws Error when Flite fails; the signal's reason when it is aborted. */
  speak(request: WorkerRequest, signal: AbortSignal): Promise<FliteAnswer> {
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason);
      const settle = () => signal.removeEventListener('abort', abort);
      if (signal.aborted) return abort();
      // Every text that waits listens.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', abort, { once: true });
      const job: Job = {
        request,
        resolve: (answer) => {
          settle();
          resolve(answer);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      this.#waiting.push(job);
      this.#assign();
    });
  }

  /** Ends the threads; what they were at is rejected. */
  async close(): Promise<void> {
    const error = new Error('the embedded engine was closed');
    for (const job of [...this.#waiting.splice(0), ...this.#jobs.values()]) job.reject(error);
    this.#jobs.clear();
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? this.#hire();
      const job = worker === undefined ? undefined : this.#waiting.shift();
      if (worker === undefined || job === undefined) return;
      this.#jobs.set(worker, job);
      worker.postMessage(job.request);
    }
  }

  #hire(): Worker | undefined {
    if (this.#workers.size >= this.#threads) return undefined;
    const worker = startWorker('flite-worker', import.meta.url, this.#flite);
    this.#workers.add(worker);
    worker.on('message', (answer: WorkerAnswer) => this.#finish(worker, answer));
    worker.on('error', (error) => this.#lose(worker, error));
    return worker;
  }

  #finish(worker: Worker, answer: WorkerAnswer): void {
    const job = this.#jobs.get(worker);
    this.#jobs.delete(worker);
    this.#idle.push(worker);
    if ('error' in answer) job?.reject(new Error(answer.error));
    else job?.resolve(answer);
    this.#assign();
  }

  /** A thread that broke is replaced; only its job fails. */
  #lose(worker: Worker, error: unknown): void {
    const job = this.#jobs.get(worker);
    this.#jobs.delete(worker);
    this.#workers.delete(worker);
    job?.reject(error);
    this.#assign();
  }
}
