import { describe, expect, it } from 'vitest';
import type { Segment, Voices } from '../../src/edition.js';
import { compileLexicon, speechOf, verbalize } from '../../src/script/verbalize/index.js';
import { castSegments } from '../../src/speech/cast-segments.js';
import { withPhonemeTags } from '../../src/speech/engines/elevenlabs/phoneme-tags.js';
import { speechRequest } from '../../src/speech/engines/elevenlabs/request.js';
import { wordTimings } from '../../src/speech/engines/elevenlabs/timings.js';
import { ENGINES } from '../../src/speech/engines/index.js';
import { phonesWithin, wordPhones } from '../../src/speech/word-phones.js';

const lexicon = compileLexicon({
  Qwen: { say: 'chwen', ipa: 'tʃwɛn' },
  Nguyen: { say: 'win', cmu: 'W IH1 N' },
});

function segment(source: string): Segment {
  const { tokens } = verbalize(source, { language: 'en', lexicon, kind: 'paragraph' });
  return {
    id: 'a/1',
    kind: 'paragraph',
    role: 'narrator',
    source,
    speech: speechOf(tokens),
    tokens,
    pauseAfterSeconds: 0,
  };
}

const voices = (model: string): Voices => ({
  engine: 'elevenlabs',
  roles: { narrator: { elevenlabs: { voice: 'v', model } } },
  lexicon: {},
});

function cast(source: string, model: string) {
  const engine = ENGINES.find(({ name }) => name === 'elevenlabs') ?? expect.fail('no such engine');
  const story = { slug: 'a', title: 'A', kind: 'story' as const, segments: [segment(source)] };
  return castSegments([story], engine, { voices: voices(model) })[0] ?? expect.fail('nothing cast');
}

describe('phones of the lexicon', () => {
  it('stand where the word is said, without the marks around it', () => {
    const { speech, ...rest } = segment('Ask (Qwen), or Nguyen.');
    const phones = wordPhones({ speech, ...rest });
    expect(phones.map(({ span, ipa, cmu }) => [speech.slice(...span), ipa ?? cmu])).toEqual([
      ['chwen', 'tʃwɛn'],
      ['win', 'W IH1 N'],
    ]);
    expect(phonesWithin(phones, [phones[1]?.span[0] ?? 0, speech.length])).toEqual([
      { cmu: 'W IH1 N', span: [0, 3] },
    ]);
  });

  it('are left to the respelling where the word is inflected or joined', () => {
    expect(wordPhones(segment('Qwen’s, Qwen-based.'))).toEqual([]);
  });

  it('hold at the end of a line, whatever mark it gets', () => {
    expect(wordPhones(segment('Ask Qwen'))).toHaveLength(1);
  });

  it('go to models that take them, and into the take’s key', () => {
    const taking = cast('Ask Qwen.', 'eleven_flash_v2');
    const request = { text: taking.segment.speech, phones: taking.phones, voice: taking.voice };
    expect(speechRequest(request, 'mp3_44100_128').text).toBe(
      'Ask <phoneme alphabet="ipa" ph="tʃwɛn">chwen</phoneme>.',
    );
    expect(cast('Ask Qwen.', 'eleven_multilingual_v2').phones).toEqual([]);
    expect(cast('Ask chwen.', 'eleven_flash_v2').key).not.toBe(taking.key);
    expect(cast('Ask chwen.', 'eleven_multilingual_v2').key).toBe(
      cast('Ask Qwen.', 'eleven_multilingual_v2').key,
    );
  });

  it('leave the words’ times right, whether the service times the tags or not', () => {
    const text = 'Ask win now.';
    const tagged = withPhonemeTags(text, [{ span: [4, 7], cmu: 'W IH1 N' }]);
    const timesOf = (said: string) => ({
      characters: [...said],
      characterStartTimesSeconds: [...said].map((_, at) => at),
      characterEndTimesSeconds: [...said].map((_, at) => at + 1),
    });
    expect(
      wordTimings(text, [timesOf(tagged.text)], tagged)?.map(({ speech }) => text.slice(...speech)),
    ).toEqual(wordTimings(text, [timesOf(text)], tagged)?.map(({ speech }) => text.slice(...speech)));
    const [, win] = wordTimings(text, [timesOf(tagged.text)], tagged) ?? [];
    expect(tagged.text.slice(win?.startSeconds, win?.endSeconds)).toBe('win');
  });
});
