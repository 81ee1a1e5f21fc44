import { parentPort } from 'node:worker_threads';
import { collectGarbage } from '../collect-garbage.js';
import { messageOf } from '../errors.js';
import { type FrameMeter, type MeteredFrames, openFrameMeter } from './mp3-meter.js';

/** What {@link MeterThread} asks; each is answered, in its order, but `free`. */
export type MeterRequest = { readonly meter: number } & (
  | { readonly ask: 'open'; readonly seamPlaces: readonly number[] }
  | { readonly ask: 'add'; readonly frames: Uint8Array }
  | { readonly ask: 'result' }
  | { readonly ask: 'free' }
);

export type MeterAnswer = { readonly meter: number } & (
  | { readonly result?: MeteredFrames }
  | { readonly error: string }
);

/** A collection takes 2 ms in here; the garbage of a portion is 2 MB. */
const PORTIONS_PER_COLLECTION = 8;
let portionsSinceCollection = 0;

const meters = new Map<number, Promise<FrameMeter>>();

parentPort?.on('message', async (request: MeterRequest) => {
  const { meter } = request;
  try {
    const result = await fulfil(request);
    if (request.ask !== 'free') parentPort?.postMessage({ meter, ...(result ? { result } : {}) });
  } catch (error) {
    parentPort?.postMessage({ meter, error: messageOf(error) });
  }
});

async function fulfil(request: MeterRequest): Promise<MeteredFrames | undefined> {
  if (request.ask === 'open') meters.set(request.meter, openFrameMeter(request.seamPlaces));
  const meter = await meters.get(request.meter);
  if (request.ask === 'add') await add(meter, request.frames);
  if (request.ask === 'result') return meter?.result();
  if (request.ask === 'free') {
    meters.delete(request.meter);
    meter?.free();
  }
  return undefined;
}

async function add(meter: FrameMeter | undefined, frames: Uint8Array): Promise<void> {
  await meter?.add(frames);
  portionsSinceCollection += 1;
  if (portionsSinceCollection < PORTIONS_PER_COLLECTION) return;
  portionsSinceCollection = 0;
  collectGarbage();
}
