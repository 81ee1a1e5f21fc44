import { describe, expect, it } from 'vitest';
import { sceneScore } from '../../../src/issue/text/scene-sentences.js';

describe('sceneScore', () => {
  it.each([
    'A girl throws a plum to a dog in a walled garden.',
    'Pickers carry ladders through the orchard while a tractor waits.',
    'In a cold cellar, two women stir jam in copper pans.',
    'Robot arm sorts plums on a belt, showcasing automated harvests.',
    'Bar chart compares the weight of plums and pears by county.',
    'Table lists orchards, with Ludlow in the first row.',
  ])('believes that a picture shows: %s', (text) => {
    expect(sceneScore(text)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['a past', 'A picker found a ring in the orchard on Tuesday.'],
    ['a state', 'The orchard is the oldest in the county.'],
    ['a negation', 'Growers never carry ladders in the rain.'],
    ['a time', 'A grower today sells a crate for less.'],
    ['a reference', 'This cart carries plums across the county.'],
    ['a comparison', 'A plum weighs more than a grape.'],
    ['nothing visible', 'Growers of plums hope for rain in spring.'],
  ])('does not believe in what has %s', (_, text) => {
    expect(sceneScore(text)).toBeLessThan(3);
  });
});
