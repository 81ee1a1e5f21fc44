import { ROUTES, type StudioEvent } from '../../api.js';

/** What the page does when the server tells something. */
export interface LiveEvents {
  told(event: StudioEvent): void;
  /** The server does not answer, or does so again. */
  connected(isConnected: boolean): void;
}

const TYPES: readonly StudioEvent['type'][] = ['job', 'draft', 'edition'];

/** How long is waited before a server that turned the page away is asked again. */
const AGAIN_MILLISECONDS = 1500;

/**
 * Listens to the server until the page is left. The browser connects again by itself where the connection is lost;
 * where it gives up, as browsers do when nothing listens or the answer is an error, it is asked anew.
 */
export function listenToServer(events: LiveEvents): () => void {
  let source = open();
  let timer: ReturnType<typeof setTimeout> | undefined;
  function open(): EventSource {
    const opened = new EventSource(ROUTES.events);
    for (const type of TYPES) {
      opened.addEventListener(type, ({ data }: MessageEvent<string>) =>
        events.told(JSON.parse(data) as StudioEvent),
      );
    }
    opened.addEventListener('open', () => events.connected(true));
    opened.addEventListener('error', () => {
      events.connected(false);
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        source = open();
      }, AGAIN_MILLISECONDS);
    });
    return opened;
  }
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
