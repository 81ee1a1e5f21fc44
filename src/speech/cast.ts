import type { Segment, VoiceSettings, Voices } from '../edition.js';
import { AudioEditionError } from '../errors.js';
import type { EngineDescription } from './engine.js';

/** Roles that the program gives by itself; when `voices.json` leaves one out, the narrator speaks. */
const OWN_ROLES: ReadonlySet<string> = new Set(['narrator', 'letter', 'sponsor', 'quote', 'announcer']);

/**
 * Finds the voice of a role on an engine: what `voices.json` says, else the engine's own casting, else the
 * narrator's voice.
 *
 * @param chosen A voice that an editor chose instead; the role's other settings stay.
 * @throws AudioEditionError (`input`) for a role that nobody cast, a narrator without a voice on this
 *   engine, and a voice that the engine is known not to have.
 */
export function castRole(
  segment: Segment,
  voices: Voices,
  engine: EngineDescription,
  chosen?: string,
): VoiceSettings {
  const { role } = segment;
  if (voices.roles[role] === undefined && !OWN_ROLES.has(role)) throw unknownRole(segment, voices);
  const settings =
    voices.roles[role]?.[engine.name] ??
    (voices.roles['narrator']?.[engine.name] === undefined ? engine.casting?.[role] : undefined) ??
    voices.roles['narrator']?.[engine.name] ??
    engine.casting?.['narrator'];
  if (settings === undefined) throw noVoice(role, engine);
  const voice = chosen === undefined ? settings : { ...settings, voice: chosen };
  checkVoiceExists(voice, role, engine);
  return voice;
}

function checkVoiceExists({ voice }: VoiceSettings, role: string, engine: EngineDescription): void {
  const known = engine.knownVoices;
  if (known === undefined || known.some(({ id }) => id === voice)) return;
  throw new AudioEditionError(
    `voices.json: roles.${role}.${engine.name}.voice is "${voice}", which the engine does not have; choose one of: ${known.map(({ id }) => id).join(', ')}.`,
    { code: 'voice-unknown', stage: 'speech', fault: 'input', data: { role, engine: engine.name, voice } },
  );
}

function unknownRole(segment: Segment, voices: Voices): AudioEditionError {
  return new AudioEditionError(
    `The segment ${segment.id} is given to the role "${segment.role}", which voices.json does not cast; add it under "roles" or use one of: ${Object.keys(voices.roles).join(', ')}.`,
    {
      code: 'role-unknown',
      stage: 'speech',
      fault: 'input',
      data: { role: segment.role, segment: segment.id },
    },
  );
}

function noVoice(role: string, engine: EngineDescription): AudioEditionError {
  return new AudioEditionError(
    `voices.json: the role "${role}" has no voice for the engine "${engine.name}", and the narrator has none either; add roles.narrator.${engine.name}, for example { "voice": "…" }.`,
    { code: 'voice-missing', stage: 'speech', fault: 'input', data: { role, engine: engine.name } },
  );
}
