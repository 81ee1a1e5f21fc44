import { afterEach, describe, expect, it } from 'vitest';
import { speakScript } from '../../src/speech/speak-script.js';
import { compareTranscript } from '../../src/speech/verify/compare-transcript.js';
import { digitsOf } from '../../src/speech/verify/number-words.js';
import { scriptSaying } from './scripts.js';
import { openStudio, type Studio } from './speaking.js';

let studio: Studio | undefined;
afterEach(async () => {
  await studio?.close();
  studio = undefined;
});

describe('digitsOf', () => {
  it.each([
    ['twenty-five dollars', '25'],
    ['nineteen ninety', '1990'],
    ['two thousand and five', '2005'],
    ['one hundred and twenty three million four hundred thousand', '123400000'],
    ['three point five million', '3500000'],
    ['$3.5 million', '3500000'],
    ['25 million', '25000000'],
    ['zero zero seven', '007'],
    ['1,500 ships and 3.5 tons', '1500 35'],
    ['the twenty-first of June', '21'],
    ['no numbers at all', ''],
  ])('reads %j', (text, digits) => {
    expect(digitsOf(text).join(' ')).toBe(digits);
  });
});

describe('compareTranscript', () => {
  const codes = (text: string, transcript: string) =>
    compareTranscript(text, transcript).map(({ code }) => code);

  it.each([
    ['It cost twenty-five million dollars.', 'It cost $25 million.', []],
    ['It cost twenty-five dollars.', 'It cost $35.', ['number-misread']],
    ['It is not ready, and never was.', "It isn't ready and never was.", []],
    ['It is not ready.', 'It is ready.', ['negation-misread']],
    ['The choir of Valeria Quist sang.', 'The choir of Valeria Kwist sang.', []],
    ['The choir of Valeria Quist sang.', 'The choir of Malaria sang.', ['name-misread']],
    ['Quietly, they sang.', 'They sang quietly.', []],
  ])('%j heard as %j', (text, transcript, expected) => {
    expect(codes(text, transcript)).toEqual(expected);
  });
});

describe.each(['elevenlabs', 'openai'])('--verify asr with %s', (engine) => {
  const script = scriptSaying(
    'The bridge is forty metres long.',
    'It was not built in one year, said Mister Quist.',
  );

  it('accepts takes that are heard as written', async () => {
    studio = await openStudio();
    const { notices } = await speakScript(script, { ...studio.options, engine, verify: 'asr' });
    expect(studio.server.transcriptions).toBe(2);
    expect(notices.map(({ code }) => code)).toEqual(['speech-bill']);
  });

  it('makes a misread take again, and names it when it stays so', async () => {
    studio = await openStudio({ hears: (text) => text.replace('forty', 'fourteen') });
    const { notices } = await speakScript(script, { ...studio.options, engine, verify: 'asr' });
    expect(studio.server.seen.filter(({ text }) => text.includes('bridge'))).toHaveLength(3);
    const suspicious = notices.filter(({ code }) => code === 'take-suspicious');
    expect(suspicious.map(({ segment }) => segment)).toEqual(['story/1']);
    expect(suspicious[0]?.message).toMatch(/"14" in place of "40"/);
  });
});

describe('--verify asr with the embedded engine', () => {
  it('is refused when no service can listen', async () => {
    studio = await openStudio();
    const options = { ...studio.options, engine: 'local', verify: 'asr', environment: {} } as const;
    await expect(speakScript(scriptSaying('Hello.'), options)).rejects.toMatchObject({
      code: 'no-transcription',
      fault: 'input',
    });
  });
});
