import { ROUTES, type StudioEvent } from '../../api.js';

/** What the page does when the server tells something. */
export interface LiveEvents {
  told(event: StudioEvent): void;
  /** The server does not answer, or does so again. */
  connected(isConnected: boolean): void;
}

const TYPES: readonly StudioEvent['type'][] = ['job', 'draft', 'edition'];

/** Listens to the server until the page is left; the browser connects again by itself. */
export function listenToServer(events: LiveEvents): () => void {
  const source = new EventSource(ROUTES.events);
  for (const type of TYPES) {
    source.addEventListener(type, ({ data }: MessageEvent<string>) =>
      events.told(JSON.parse(data) as StudioEvent),
    );
  }
  source.addEventListener('open', () => events.connected(true));
  source.addEventListener('error', () => events.connected(false));
  return () => source.close();
}
