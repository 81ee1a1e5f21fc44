import type { SpeechCost, SpeechPlan } from '../../speech/index.js';
import { formatDuration } from '../times.js';

/** What would be spoken, and what it would cost, in all and story by story. */
export function planText(title: string, speech: SpeechPlan): string {
  const { total, engine, credits, stories } = speech;
  const work = `about ${formatDuration(speech.workSeconds)} of work`;
  const left = credits && `  ${credits.remaining} of ${credits.limit} ${credits.unit} are left`;
  return [
    `${title}: ${total.newCharacters} characters to speak in ${counted(total.requests, 'request')}, ${total.keptCharacters} already kept`,
    `  ${[`engine ${engine}`, ...priceParts(total, speech), work].join(', ')}`,
    ...(left === undefined ? [] : [left]),
    ...stories.map((story) => `  ${storyColumns(story, speech)}  ${story.title}`),
  ].join('\n');
}

function storyColumns(story: SpeechCost, speech: SpeechPlan): string {
  const price = priceParts(story, speech).join(', ');
  const width = priceParts(speech.total, speech).join(', ').length;
  return [
    `${String(story.newCharacters).padStart(7)} new`,
    `${String(story.keptCharacters).padStart(7)} kept`,
    counted(story.requests, 'request').padStart(12),
    ...(width === 0 ? [] : [price.padStart(width)]),
  ].join(' ');
}

/** Price in the engine's own unit and in dollars, as far as it is known. */
function priceParts({ units, dollars }: SpeechCost, { unit = 'units' }: Pick<SpeechPlan, 'unit'>): string[] {
  return [
    ...(units === undefined ? [] : [`${Math.ceil(units)} ${unit}`]),
    ...(dollars === undefined ? [] : [`about $${dollars.toFixed(2)}`]),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
