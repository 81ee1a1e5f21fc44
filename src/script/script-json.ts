import type { Notice, Script } from '../edition.js';

/** What `audio-edition script --json` prints for one issue, as a value: the shape that other programs rely on. */
export function scriptJson(script: Script, notices: readonly Notice[] = []): object {
  const { slug, title, date, language } = script.issue;
  return {
    issue: { slug, title, date, language },
    stories: script.stories.map((story) => ({
      slug: story.slug,
      title: story.title,
      kind: story.kind,
      segments: story.segments.map((segment) => ({
        id: segment.id,
        kind: segment.kind,
        role: segment.role,
        source: segment.source,
        speech: segment.speech,
        pauseAfter: segment.pauseAfterSeconds,
      })),
    })),
    dropped: script.dropped.map(({ kind, text, rule, reason }) => ({ kind, text, rule, reason })),
    notices,
  };
}
