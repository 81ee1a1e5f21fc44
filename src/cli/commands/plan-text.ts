import type { SpeechPlan } from '../../speech/index.js';
import { formatDuration } from '../times.js';

function creditLines({ credits }: Pick<SpeechPlan, 'credits'>): string[] {
  return credits === undefined ? [] : [`  ${credits.remaining} of ${credits.limit} ${credits.unit} are left`];
}

/** What would be spoken, and what it would cost, story by story. */
export function planText(title: string, { total, ...speech }: SpeechPlan): string {
  const price = [
    ...(total.units === undefined ? [] : [`${Math.ceil(total.units)} ${speech.unit ?? 'units'}`]),
    ...(total.dollars === undefined ? [] : [`about $${total.dollars.toFixed(2)}`]),
  ].join(', ');
  return [
    `${title}: ${total.newCharacters} characters to speak in ${total.requests} requests, ${total.keptCharacters} already kept`,
    `  engine ${speech.engine}${price === '' ? '' : `, ${price}`}, about ${formatDuration(speech.workSeconds)} of work`,
    ...creditLines(speech),
    ...speech.stories.map(
      (story) =>
        `  ${String(story.newCharacters).padStart(7)} new ${String(story.keptCharacters).padStart(7)} kept  ${story.title}`,
    ),
  ].join('\n');
}
