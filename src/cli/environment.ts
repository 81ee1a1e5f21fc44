import type { Environment } from '../config.js';

/** The one place that reads environment variables. Empty values count as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const values = {
    elevenLabsApiKey: env['ELEVENLABS_API_KEY'],
    elevenLabsBaseUrl: env['ELEVENLABS_BASE_URL'],
    openAiApiKey: env['OPENAI_API_KEY'],
    openAiBaseUrl: env['OPENAI_BASE_URL'],
    ffmpegPath: env['FFMPEG_PATH'],
    searchPath: env['PATH'],
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
