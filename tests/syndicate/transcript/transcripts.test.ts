import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/edition.js';
import { ABBREVIATIONS } from '../../../src/syndicate/transcript/abbreviations.js';
import { transcriptCues } from '../../../src/syndicate/transcript/cues.js';
import { renderTranscripts } from '../../../src/syndicate/transcript/transcripts.js';
import { abbreviations } from '../../../src/web/player/abbreviations.js';
import { runs } from '../../property-runs.js';
import { episodeOf, ISSUE, STORIES, type StoryText } from '../sample-edition.js';

function transcripts(stories: readonly StoryText[]): Readonly<Record<string, string>> {
  const edition: Edition = { schema: 1, ...ISSUE, ...episodeOf(stories), files: [], notices: [] };
  return Object.fromEntries(renderTranscripts(edition).map(({ name, content }) => [name, content]));
}

describe('transcripts', () => {
  it('have the words as written at the times as spoken, in every form', () => {
    const forms = transcripts(STORIES);
    expect(forms['transcript.vtt']).toContain(
      '00:00:13.500 --> 00:00:16.750\n<v narrator>Divers found it at $2.50 worth of depth, as the old joke goes.',
    );
    expect(forms['transcript.srt']).toContain(
      '5\n00:00:13,500 --> 00:00:16,750\nDivers found it at $2.50 worth of depth, as the old joke goes.',
    );
    expect(JSON.parse(forms['transcript.json'] ?? '').segments[4]).toEqual({
      speaker: 'narrator',
      startTime: 13.5,
      endTime: 16.75,
      body: 'Divers found it at $2.50 worth of depth, as the old joke goes.',
    });
    expect(forms['transcript.html']).toContain('<time datetime="PT18S">0:18</time>\n<p>Cast in 1604.</p>');
    expect(forms['transcript.txt']).toContain('goes. It still rings.\n\nCast in 1604.\n\n');
  });

  it('say what is announced where nothing is written', () => {
    const [first, ...rest] = episodeOf(STORIES).stories;
    const silent = {
      ...first,
      segments: (first?.segments ?? []).map((segment) => ({ ...segment, source: '', words: [] })),
    };
    const cues = transcriptCues([silent as (typeof rest)[number]], 'en');
    expect(cues[0]?.text).toBe('On waiting for spring');
  });

  it('do not end a sentence where a full stop only shortens a word', () => {
    const paragraph =
      'A retired teacher, Mrs. Abernathy, types them up. She began at 9 a.m. on Tuesday with J. Okafor.';
    const { stories } = episodeOf([{ slug: 'a', title: 'T', paragraphs: [paragraph] }]);
    expect(transcriptCues(stories, 'en').map(({ text }) => text)).toEqual([
      'T',
      'A retired teacher, Mrs. Abernathy, types them up.',
      'She began at 9 a.m. on Tuesday with J. Okafor.',
    ]);
    expect(ABBREVIATIONS).toEqual(abbreviations);
  });

  it('break long sentences into cues of two lines, at words', () => {
    const sentence = `${Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')}.`;
    const vtt = transcripts([{ slug: 'a', title: 'T', paragraphs: [sentence] }])['transcript.vtt'] ?? '';
    const blocks = vtt.split('\n\n').slice(2);
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) {
      const lines = block
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.replace('<v narrator>', ''));
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line).toMatch(/^word\d+( word\d+)*\.?$/);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(65);
    }
  });

  it('lose no word and keep their times in order, whatever is written', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.lorem(),
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('-->', '<v x>', '&', '\n\n', 'NOTE'),
        ),
        { minLength: 1 },
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const { stories, durationSeconds } = episodeOf([{ slug: 'a', title: 'T', paragraphs }]);
        const cues = transcriptCues(stories, 'en');
        const words = (texts: readonly string[]) => texts.join(' ').replace(/[\s\p{Cc}\ufffe\uffff]+/gu, '');
        const written =
          stories[0]?.segments.map(({ source, speech }) => (source.trim() === '' ? speech : source)) ?? [];
        expect(words(cues.map((cue) => cue.text))).toBe(words(written));
        cues.forEach((cue, index) => {
          expect(cue.endSeconds).toBeGreaterThan(cue.startSeconds);
          expect(cue.endSeconds).toBeLessThanOrEqual(durationSeconds + 0.01);
          expect(cue.startSeconds).toBeGreaterThanOrEqual(cues[index - 1]?.startSeconds ?? 0);
        });
        const { 'transcript.vtt': vtt = '', 'transcript.srt': srt = '' } = transcripts([
          { slug: 'a', title: 'T', paragraphs },
        ]);
        expect(vtt.match(/-->/g)?.length).toBe(cues.length);
        expect(srt.match(/-->/g)?.length).toBe(cues.length);
      }),
      { numRuns: runs(60) },
    );
  });
});
