/** The speech server as a process of its own, so that it does not share a core with what is measured. */
import { scriptOf } from '../speech/scripts.js';
import { elevenLabsBody } from '../speech/server/elevenlabs-answers.js';
import { openAiBody } from '../speech/server/openai-answers.js';
import { startSpeechServer } from '../speech/server/speech-server.js';

const [latencyMs = 0, maximumAtOnce = 1, ...segmentsPerStory] = process.argv.slice(2).map(Number);
const texts = scriptOf(...segmentsPerStory).stories.flatMap(({ segments }) =>
  segments.map(({ speech }) => speech),
);
const server = await startSpeechServer({
  latencyMs,
  maximumAtOnce,
  tellsMaximum: true,
  // A service has more than this one thread to make sound with, so that is no part of what is measured.
  madeBefore: new Map(
    texts.flatMap((text) => [
      [`pcm_44100 ${text}`, elevenLabsBody(text, 'pcm_44100')],
      [`wav ${text}`, openAiBody(text)],
    ]),
  ),
});

/** What a bench wants to know of the requests so far. */
export interface ServerReport {
  readonly requests: number;
  /** From the arrival of the first request to the last answer. */
  readonly spanSeconds: number;
  readonly mostAtOnce: number;
}

export interface ServerAddresses {
  readonly elevenLabsBaseUrl: string;
  readonly openAiBaseUrl: string;
}

process.on('message', () => {
  const spanSeconds = (server.lastAnswerMs - (server.seen[0]?.atMs ?? 0)) / 1000;
  process.send?.({ requests: server.seen.length, spanSeconds, mostAtOnce: server.mostAtOnce });
});
process.on('disconnect', () => void server.close());
process.send?.({ elevenLabsBaseUrl: server.elevenLabsBaseUrl, openAiBaseUrl: server.openAiBaseUrl });
