import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScriptStory, Takes } from '../../src/edition.js';
import { planSpeech } from '../../src/speech/plan-speech.js';
import { type SpeakOptions, speakScript } from '../../src/speech/speak-script.js';
import type { SpeechEvent } from '../../src/speech/speech-event.js';
import { scriptOf, scriptSaying, scriptWith, segmentOf, sentence, TEST_VOICES } from './scripts.js';
import { openStudio, type Studio } from './speaking.js';

let studio: Studio;
let options: SpeakOptions;
beforeEach(async () => {
  studio = await openStudio();
  options = studio.options;
});
afterEach(() => studio.close());

const asked = () => studio.server.seen.map(({ text }) => text);

describe('speakScript', () => {
  it('returns a take for every segment, in reading order', async () => {
    const script = scriptOf(3, 2);
    const { value } = await speakScript(script, options);
    expect([...value.keys()]).toEqual(['story-1/1', 'story-1/2', 'story-1/3', 'story-2/1', 'story-2/2']);
    for (const take of value.values()) {
      expect(take.speechStartSeconds).toBeLessThan(0.1);
      expect(take.speechEndSeconds).toBeGreaterThan(take.durationSeconds - 0.3);
      expect(take.timings.length).toBeGreaterThan(10);
    }
  });

  it('asks for nothing that is kept', async () => {
    const first = await speakScript(scriptOf(4), options);
    studio.server.options = { fault: () => ({ kind: 'reset-before' }) };
    const second = await speakScript(scriptOf(4), options);
    expect(asked()).toHaveLength(4);
    expect(second.value).toEqual(first.value);
    expect(second.notices).toEqual([]);
  });

  it('asks once for what is said twice', async () => {
    const { value } = await speakScript(scriptSaying(sentence(1), sentence(2), sentence(1)), options);
    expect(asked().sort()).toEqual([sentence(1), sentence(2)].sort());
    expect(value.get('story/1')?.file).toBe(value.get('story/3')?.file);
  });

  it('asks for exactly one take when one paragraph changes', async () => {
    const texts = [1, 2, 3, 4].map(sentence);
    await speakScript(scriptSaying(...texts), options);
    await speakScript(scriptSaying(...texts.with(2, sentence(9))), options);
    expect(asked().slice(4)).toEqual([sentence(9)]);
  });

  it('makes another take when an editor asks for one, and finds the first again', async () => {
    const script = scriptSaying(sentence(1), sentence(2));
    const first = await speakScript(script, options);
    const other = await speakScript(script, { ...options, takeNumbers: new Map([['story/2', 1]]) });
    expect(other.value.get('story/1')).toEqual(first.value.get('story/1'));
    expect(other.value.get('story/2')?.key).not.toBe(first.value.get('story/2')?.key);
    expect(new Set(studio.server.seen.map(({ body }) => body['seed'])).size).toBe(3);
    await speakScript(script, options);
    expect(asked()).toHaveLength(3);
  });

  it('hands over each story as soon as it is complete', async () => {
    const script = scriptOf(2, 3);
    const handed: [string, number, number][] = [];
    const onStory = ({ slug }: ScriptStory, takes: Takes) => handed.push([slug, takes.size, asked().length]);
    await speakScript(script, { ...options, onStory, concurrency: 1 });
    expect(handed.map(([slug, size]) => [slug, size]).toSorted()).toEqual([
      ['story-1', 2],
      ['story-2', 3],
    ]);
    handed.length = 0;
    await speakScript(script, { ...options, onStory });
    expect(handed.map(([slug]) => slug)).toEqual(['story-1', 'story-2']);
  });

  it('tells how far it is', async () => {
    const events: SpeechEvent[] = [];
    await speakScript(scriptOf(3), { ...options, onEvent: (event) => events.push(event) });
    expect(events[0]).toMatchObject({ kind: 'engine', engine: 'elevenlabs' });
    const progress = events.filter((event) => event.kind === 'progress');
    expect(progress.map(({ segmentsDone, segments }) => [segmentsDone, segments])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(progress.at(-1)?.charactersDone).toBe(progress.at(-1)?.characters);
  });

  it('says what was sent, retries included', async () => {
    studio.server.options = {
      fault: ({ earlier }) => (earlier === 0 ? { kind: 'reset-middle' } : undefined),
    };
    const { notices } = await speakScript(scriptSaying(sentence(1)), options);
    const characters = sentence(1).length;
    expect(notices.find(({ code }) => code === 'speech-bill')?.message).toBe(
      `elevenlabs was sent ${2 * characters} characters in 2 requests, retries included; ${2 * characters} of them are charged as far as is known.`,
    );
  });

  it('makes a bad take again with another seed, at most twice, and names it when it stays bad', async () => {
    studio.server.options = {
      fault: ({ text, earlier }) => {
        if (text === sentence(1)) return earlier === 0 ? { kind: 'cut' } : undefined;
        return text === sentence(2) ? { kind: 'silence' } : undefined;
      },
    };
    const { notices } = await speakScript(scriptSaying(...[1, 2, 3, 4, 5, 6].map(sentence)), options);
    const seedsOf = (text: string) =>
      studio.server.seen.filter((one) => one.text === text).map(({ body }) => body['seed']);
    expect(new Set(seedsOf(sentence(1))).size).toBe(2);
    expect(new Set(seedsOf(sentence(2))).size).toBe(3);
    expect(asked()).toHaveLength(6 + 1 + 2);
    const suspicious = notices.filter(({ code }) => code === 'take-suspicious');
    expect(suspicious.map(({ segment }) => segment)).toEqual(['story/2']);
    const again = await speakScript(scriptSaying(...[1, 2, 3, 4, 5, 6].map(sentence)), options);
    expect(again.notices).toEqual(suspicious);
  });

  it.each<[string, Partial<SpeakOptions>, string, RegExp]>([
    [
      'an unknown engine',
      { engine: 'edison' },
      'engine-unknown',
      /"edison".*auto, elevenlabs, openai, local/,
    ],
    ['an engine without its key', { environment: {} }, 'engine-key-missing', /ELEVENLABS_API_KEY/],
    [
      'a fallback without its key',
      { environment: { elevenLabsApiKey: 'k' }, voices: { ...TEST_VOICES, fallback: ['openai'] } },
      'engine-key-missing',
      /OPENAI_API_KEY/,
    ],
    [
      'an unknown voice',
      { engine: 'local', voices: { ...TEST_VOICES, roles: { narrator: { local: { voice: 'bob' } } } } },
      'voice-unknown',
      /roles\.narrator\.local\.voice is "bob".*slt/,
    ],
    [
      'too many characters',
      { maxCharacters: 10 },
      'too-many-characters',
      /more than the 10 .*--max-characters/,
    ],
    [
      'an address that is none',
      { environment: { elevenLabsApiKey: 'k', elevenLabsBaseUrl: 'nowhere' } },
      'base-url-invalid',
      /ELEVENLABS_BASE_URL is "nowhere"/,
    ],
  ])('refuses %s before the first request', async (_, change, code, message) => {
    const error = await speakScript(scriptOf(1), { ...options, ...change }).catch((one) => one);
    expect(error).toMatchObject({ code, fault: 'input', message: expect.stringMatching(message) });
    expect(asked()).toEqual([]);
  });

  it('refuses a role that nobody cast', async () => {
    const script = scriptWith([
      { slug: 's', title: 'S', kind: 'story', segments: [segmentOf('s', 0, 'Hello.', 'jester')] },
    ]);
    await expect(speakScript(script, options)).rejects.toMatchObject({
      code: 'role-unknown',
      fault: 'input',
    });
  });

  it('lets the narrator speak for a role of the program that is not cast on an engine', async () => {
    const script = scriptWith([
      { slug: 's', title: 'S', kind: 'sponsor', segments: [segmentOf('s', 0, sentence(1), 'sponsor')] },
    ]);
    const { value } = await speakScript(script, options);
    expect(value.get('s/1')?.voice).toBe('voice-anna');
  });
});

describe('the engine that auto chooses', () => {
  it('is ElevenLabs where its key is set, else the embedded one, and is named', async () => {
    const script = scriptSaying('Hello.');
    const withKey = await planSpeech(script, { ...options, engine: 'auto' });
    expect([withKey.engine, withKey.notices[0]?.code]).toEqual(['elevenlabs', 'engine-chosen']);
    const without = await planSpeech(script, {
      ...options,
      engine: 'auto',
      environment: { openAiApiKey: 'k' },
    });
    expect(without.engine).toBe('local');
    expect(without.notices[0]?.message).toMatch(/local.*ELEVENLABS_API_KEY is not set/);
  });
});

describe('planSpeech', () => {
  it('tells what is new and what is kept, per story and in all, without asking for speech', async () => {
    await speakScript(scriptSaying(sentence(1), sentence(2)), options);
    const script = scriptWith([
      {
        slug: 'a',
        title: 'A',
        kind: 'story',
        segments: [sentence(1), sentence(3), sentence(3)].map((text, index) => segmentOf('a', index, text)),
      },
      { slug: 'b', title: 'B', kind: 'story', segments: [segmentOf('b', 0, sentence(4))] },
    ]);
    const plan = await planSpeech(script, options);
    const [one, three, four] = [1, 3, 4].map((number) => sentence(number).length) as [number, number, number];
    expect(plan.stories).toMatchObject([
      { slug: 'a', newCharacters: three, keptCharacters: one + three, requests: 1, units: three },
      { slug: 'b', newCharacters: four, keptCharacters: 0, requests: 1, units: four },
    ]);
    expect(plan.total).toMatchObject({
      segments: 4,
      newCharacters: three + four,
      requests: 2,
      units: three + four,
    });
    expect(plan).toMatchObject({ engine: 'elevenlabs', unit: 'credits' });
    expect(asked()).toHaveLength(2);
  });

  it('counts half for a model that costs half', async () => {
    const roles = { narrator: { elevenlabs: { voice: 'voice-anna', model: 'eleven_flash_v2_5' } } };
    const plan = await planSpeech(scriptSaying(sentence(1)), {
      ...options,
      voices: { ...TEST_VOICES, roles },
    });
    expect(plan.total.units).toBe(sentence(1).length / 2);
  });

  it('asks for the credits that are left, and warns when they are too few', async () => {
    studio.server.options = { creditsLeft: 5 };
    const plan = await planSpeech(scriptSaying(sentence(1)), { ...options, creditsSignal: options.signal });
    expect(plan.credits).toEqual({ unit: 'credits', remaining: 5, limit: 10_000 });
    expect(plan.notices.map(({ code }) => code)).toEqual(['credits-short']);
  });

  it('is a plan all the same when the service does not answer', async () => {
    studio.server.options = { keys: ['another'] };
    const plan = await planSpeech(scriptSaying(sentence(1)), { ...options, creditsSignal: options.signal });
    expect(plan.notices.map(({ code }) => code)).toEqual(['credits-unknown']);
    expect(plan.total.requests).toBe(1);
  });
});
