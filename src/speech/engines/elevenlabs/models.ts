/** What is known of one of ElevenLabs' models without asking. */
export interface ElevenLabsModel {
  readonly charactersPerRequest: number;
  readonly creditsPerCharacter: number;
  /** Whether it takes the text before and after. */
  readonly takesNeighbours: boolean;
  /** Whether a language can be asked for. */
  readonly takesLanguage: boolean;
  /**
   * Whether it takes `<phoneme>` tags: the English-only models do (Flash v2, Turbo v2, English v1), says "Do pauses and
   * SSML phoneme tags work with the API?" (help.elevenlabs.io 24352686926609, read 2026-11). The others skip the tag
   * or even the word (elevenlabs-python#308), v3 included, so they are given the respelling instead.
   */
  readonly takesPhones: boolean;
}

export const DEFAULT_MODEL = 'eleven_multilingual_v2';

const V2: ElevenLabsModel = {
  charactersPerRequest: 10_000,
  creditsPerCharacter: 1,
  takesNeighbours: true,
  takesLanguage: false,
  takesPhones: false,
};
const FLASH: ElevenLabsModel = {
  charactersPerRequest: 40_000,
  creditsPerCharacter: 0.5,
  takesNeighbours: true,
  takesLanguage: true,
  takesPhones: false,
};

/**
 * Limits and prices from ElevenLabs' pages "Models" and "API - Error Code 400 or 401" (read 2026-11); that
 * v3 takes no neighbours' text from its error `unsupported_model`. Money is not listed: what a credit costs
 * depends on the plan.
 */
const MODELS: Readonly<Record<string, ElevenLabsModel>> = {
  eleven_v3: {
    charactersPerRequest: 5_000,
    creditsPerCharacter: 1,
    takesNeighbours: false,
    takesLanguage: true,
    takesPhones: false,
  },
  eleven_multilingual_v2: V2,
  eleven_flash_v2_5: FLASH,
  eleven_turbo_v2_5: FLASH,
  eleven_flash_v2: { ...FLASH, charactersPerRequest: 30_000, takesPhones: true },
  eleven_turbo_v2: { ...FLASH, charactersPerRequest: 30_000, takesPhones: true },
  eleven_monolingual_v1: { ...V2, takesPhones: true },
};

/** The model's facts; an unknown one is treated like the default, with the smallest limit of all. */
export function modelFacts(model: string = DEFAULT_MODEL): ElevenLabsModel {
  return MODELS[model] ?? { ...V2, charactersPerRequest: 5_000 };
}
