import type { Script, ScriptStory, Segment, Voices } from '../../src/edition.js';

/** Voices that every engine of these tests has; samples at a rate that is quick to make. */
export const TEST_VOICES: Voices = {
  engine: 'local',
  roles: {
    narrator: {
      local: { voice: 'slt' },
      elevenlabs: { voice: 'voice-anna', format: 'pcm_16000' },
      openai: { voice: 'alloy' },
    },
    letter: {
      local: { voice: 'rms' },
      elevenlabs: { voice: 'voice-ben', format: 'pcm_16000' },
      openai: { voice: 'onyx' },
    },
  },
  lexicon: {},
};

const SUBJECTS = [
  'The river',
  'A small bakery',
  'The night train',
  'Our neighbour',
  'The old library',
  'A quiet choir',
];
const VERBS = ['carries', 'remembers', 'repairs', 'borrows', 'describes', 'forgives'];
const OBJECTS = [
  'seven wooden boats',
  'the winter market',
  'a letter from home',
  'every broken clock',
  'the long way round',
];
const ENDINGS = [
  'before sunrise',
  'without a word',
  'in the pouring rain',
  'as if nothing had happened',
  'for the third time',
];

/** A sentence of about 60 characters; another number gives another one. */
export function sentence(number: number): string {
  const pick = (words: readonly string[], step: number) => words[Math.floor(number / step) % words.length];
  return `${pick(SUBJECTS, 1)} ${pick(VERBS, 6)} ${pick(OBJECTS, 2)}, ${pick(ENDINGS, 3)}, number ${numberWord(number)}.`;
}

function numberWord(number: number): string {
  const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return [...String(number)].map((digit) => digits[Number(digit)]).join(' ');
}

/** Stories of so many segments each, all different, spoken by the narrator. */
export function scriptOf(...segmentsPerStory: readonly number[]): Script {
  let number = 0;
  const stories = segmentsPerStory.map((segments, index): ScriptStory => {
    const slug = `story-${index + 1}`;
    const texts = Array.from({ length: segments }, () => `${sentence(number++)} ${sentence(number + 500)}`);
    return {
      slug,
      title: `Story ${index + 1}`,
      kind: 'story',
      segments: texts.map((text, at) => segmentOf(slug, at, text)),
    };
  });
  return scriptWith(stories);
}

/** One story that says these texts. */
export function scriptSaying(...texts: readonly string[]): Script {
  const segments = texts.map((text, index) => segmentOf('story', index, text));
  return scriptWith([{ slug: 'story', title: 'Story', kind: 'story', segments }]);
}

export function segmentOf(slug: string, index: number, text: string, role = 'narrator'): Segment {
  return {
    id: `${slug}/${index + 1}`,
    kind: 'paragraph',
    role,
    source: text,
    speech: text,
    tokens: [{ source: [0, text.length], speech: text }],
    pauseAfterSeconds: 0.5,
  };
}

export function scriptWith(stories: readonly ScriptStory[]): Script {
  return {
    issue: { slug: 'issue', title: 'Issue', date: '2026-01-02', language: 'en' },
    stories,
    dropped: [],
  };
}
