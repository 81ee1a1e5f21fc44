import type { Environment } from '../config.js';
import type { StorageEnvironment } from '../store/open-store.js';

/** This file is the one place that reads environment variables. Empty values count as not set. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const values = {
    elevenLabsApiKey: env['ELEVENLABS_API_KEY'],
    elevenLabsBaseUrl: env['ELEVENLABS_BASE_URL'],
    openAiApiKey: env['OPENAI_API_KEY'],
    openAiBaseUrl: env['OPENAI_BASE_URL'],
    ffmpegPath: env['FFMPEG_PATH'],
    searchPath: env['PATH'],
  };
  return withoutEmpty(values);
}

/** What the environment says about object storage, by the names of the AWS tools. */
export function readStorageEnvironment(env: NodeJS.ProcessEnv): StorageEnvironment {
  return withoutEmpty({
    awsAccessKeyId: env['AWS_ACCESS_KEY_ID'],
    awsSecretAccessKey: env['AWS_SECRET_ACCESS_KEY'],
    awsSessionToken: env['AWS_SESSION_TOKEN'],
    awsRegion: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
    awsEndpointUrl: env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'],
  });
}

function withoutEmpty(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
}

/** The studio's password, where the command line does not say it: there, other programs could read it. */
export function readStudioPassword(env: NodeJS.ProcessEnv): string | undefined {
  return env['AUDIO_EDITION_STUDIO_PASSWORD'] || undefined;
}
