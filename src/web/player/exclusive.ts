/** Something that plays and can be told to stop. */
interface Voice {
  pause(): void;
}

const voices = new Set<Voice>();
let otherFrames: BroadcastChannel | undefined;

/** Joins those of which one plays at a time: on this page and in this site's other frames and tabs. */
export function joinVoices(voice: Voice): void {
  voices.add(voice);
  if (otherFrames !== undefined || !('BroadcastChannel' in globalThis)) return;
  try {
    otherFrames = new BroadcastChannel('audio-edition');
    otherFrames.onmessage = () => silence();
  } catch {
    // A sandboxed frame has no channel; the page's own players still take turns.
  }
}

/** Leaves them again, when the element is taken off the page. */
export function leaveVoices(voice: Voice): void {
  voices.delete(voice);
}

/** Silences every other voice, because `voice` begins. */
export function speakAlone(voice: Voice): void {
  silence(voice);
  otherFrames?.postMessage('playing');
}

function silence(except?: Voice): void {
  for (const voice of voices) if (voice !== except) voice.pause();
}
