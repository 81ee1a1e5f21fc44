import type { EngineDescription } from '../engine.js';
import { local } from './local/description.js';

/** Every engine there is. To add one: a folder beside this file, and a line here. */
export const ENGINES: readonly EngineDescription[] = [local];
