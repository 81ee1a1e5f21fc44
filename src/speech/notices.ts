import type { Notice, Script, ScriptStory, Takes } from '../edition.js';
import { messageOf } from '../errors.js';
import type { BillTotals } from './bill.js';
import type { EngineDescription } from './engine.js';

/** Says that another engine stepped in for a story, and why. */
export function provisionalNotice(story: ScriptStory, engine: EngineDescription, failure: unknown): Notice {
  return {
    code: 'story-provisional',
    message: `"${story.title}" is spoken by ${engine.title} for now, because: ${messageOf(failure)} The next build replaces it.`,
    story: story.slug,
  };
}

/** What a service was sent in this build, retries included; nothing when nothing was sent or it is free. */
export function billNotices(engine: EngineDescription, totals: BillTotals): readonly Notice[] {
  if (totals.requests === 0 || engine.isRepeatable) return [];
  const { requests, charactersSent, charactersCharged } = totals;
  const plural = requests === 1 ? 'request' : 'requests';
  return [
    {
      code: 'speech-bill',
      message: `${engine.name} was sent ${charactersSent} characters in ${requests} ${plural}, retries included; ${charactersCharged} of them are charged as far as is known.`,
    },
  ];
}

/** Names the takes that stayed suspicious after they were made again. */
export function suspicionNotices(script: Script, takes: Takes): readonly Notice[] {
  return script.stories.flatMap((story) =>
    story.segments.flatMap(({ id, speech }) => {
      const findings = takes.get(id)?.findings ?? [];
      if (findings.length === 0) return [];
      const what = findings.map(({ message }) => message).join(' and ');
      return [
        {
          code: 'take-suspicious',
          message: `The take of "${speech.slice(0, 60)}" ${what}; listen to it, and make a new take if it is bad.`,
          story: story.slug,
          segment: id,
        },
      ];
    }),
  );
}
