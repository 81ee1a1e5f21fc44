import type { Cost, StudioEdition, StudioSegment, StudioStory } from '../../api.js';
import { segmentsIn } from '../model/desk.js';

const NOTHING: Cost = { newCharacters: 0, keptCharacters: 0, requests: 0 };

/** What it costs to speak a segment that is left out: nothing where its take is kept. */
export function costToSpeak({ take, newTakeCost }: StudioSegment): Cost {
  return take === undefined ? newTakeCost : NOTHING;
}

/** The same for a story that is left out. */
export function costToSpeakStory(story: StudioStory): Cost {
  return segmentsIn(story)
    .filter(({ spoken }) => spoken)
    .map(costToSpeak)
    .reduce(plus, NOTHING);
}

/** What a text costs that nobody has put into words yet, by what the edition's other texts cost a character. */
export function costOfText({ stories }: StudioEdition, text: string): Cost {
  const priced = stories
    .flatMap(segmentsIn)
    .map(({ newTakeCost }) => newTakeCost)
    .find(({ newCharacters }) => newCharacters > 0);
  const share = text.length / (priced?.newCharacters ?? 1);
  return {
    ...{ newCharacters: text.length, keptCharacters: 0, requests: 1 },
    ...(priced?.dollars === undefined ? {} : { dollars: priced.dollars * share }),
    ...(priced?.units === undefined ? {} : { units: Math.ceil(priced.units * share) }),
    ...(priced?.unit === undefined ? {} : { unit: priced.unit }),
  };
}

function plus(sum: Cost, cost: Cost): Cost {
  const add = (a: number | undefined, b: number | undefined) =>
    a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
  const [dollars, units] = [add(sum.dollars, cost.dollars), add(sum.units, cost.units)];
  const unit = sum.unit ?? cost.unit;
  return {
    newCharacters: sum.newCharacters + cost.newCharacters,
    keptCharacters: sum.keptCharacters + cost.keptCharacters,
    requests: sum.requests + cost.requests,
    ...(dollars === undefined ? {} : { dollars }),
    ...(units === undefined ? {} : { units }),
    ...(unit === undefined ? {} : { unit }),
  };
}
