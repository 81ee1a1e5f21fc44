import type { EngineDescription } from '../engine.js';
import { elevenlabs } from './elevenlabs/description.js';
import { local } from './local/description.js';
import { openai } from './openai/description.js';

/** Every engine there is. To add one: a folder beside this file, and a line here. */
export const ENGINES: readonly EngineDescription[] = [elevenlabs, openai, local];
