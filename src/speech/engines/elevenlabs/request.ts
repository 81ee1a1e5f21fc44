import type { VoiceSettings } from '../../../edition.js';
import type { SpeechRequest } from '../../engine.js';
import type { ElevenLabsSpeechRequest } from './client.js';
import { DEFAULT_MODEL, modelFacts } from './models.js';
import { withPhonemeTags } from './phoneme-tags.js';

/** Settings of a voice that go into the service's `voice_settings`, by their names in `voices.json`. */
const VOICE_SETTINGS = {
  stability: ['stability'],
  similarityBoost: ['similarityBoost', 'similarity_boost'],
  style: ['style'],
  useSpeakerBoost: ['useSpeakerBoost', 'use_speaker_boost'],
  speed: ['speed'],
} as const;

/** Writes a request for speech in the service's terms. */
export function speechRequest(
  { text, phones, voice, previousText, nextText, seed }: SpeechRequest,
  outputFormat: string,
): ElevenLabsSpeechRequest {
  const model = voice.model ?? DEFAULT_MODEL;
  const facts = modelFacts(model);
  const language = voice['language'];
  const settings = voiceSettings(voice);
  return {
    text: withPhonemeTags(text, phones).text,
    modelId: model,
    outputFormat,
    // The script has been turned into spoken words already; a second opinion only does harm.
    applyTextNormalization: 'off',
    ...(Object.keys(settings).length > 0 ? { voiceSettings: settings } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(facts.takesNeighbours && previousText ? { previousText } : {}),
    ...(facts.takesNeighbours && nextText ? { nextText } : {}),
    ...(facts.takesLanguage && typeof language === 'string' ? { languageCode: language } : {}),
    ...dictionaries(voice),
  };
}

function voiceSettings(voice: VoiceSettings): Record<string, number | boolean> {
  const given = Object.entries(VOICE_SETTINGS).flatMap(([name, spellings]) => {
    const value = spellings.map((spelling) => voice[spelling]).find((one) => one !== undefined);
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** `"dictionary": "<id>"` or `"<id>/<version>"`: a pronunciation dictionary kept at the service. */
function dictionaries(
  voice: VoiceSettings,
): Pick<ElevenLabsSpeechRequest, 'pronunciationDictionaryLocators'> {
  const dictionary = voice['dictionary'];
  if (typeof dictionary !== 'string') return {};
  const [pronunciationDictionaryId = '', versionId] = dictionary.split('/');
  return {
    pronunciationDictionaryLocators: [
      { pronunciationDictionaryId, ...(versionId === undefined ? {} : { versionId }) },
    ],
  };
}
