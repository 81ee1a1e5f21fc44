import type { Cue } from './cues.js';

/** What was written as one paragraph, and when it begins. */
export interface SpokenParagraph {
  readonly startSeconds: number;
  readonly role: string;
  readonly story: string;
  readonly text: string;
}

/** Cues put together again: one paragraph a segment. */
export function spokenParagraphs(cues: readonly Cue[]): readonly SpokenParagraph[] {
  const paragraphs: { -readonly [Key in keyof SpokenParagraph]: SpokenParagraph[Key] }[] = [];
  let segment = '';
  for (const cue of cues) {
    const last = paragraphs.at(-1);
    if (cue.segment === segment && last !== undefined) last.text += ` ${cue.text}`;
    else
      paragraphs.push({ startSeconds: cue.startSeconds, role: cue.role, story: cue.story, text: cue.text });
    segment = cue.segment;
  }
  return paragraphs;
}
