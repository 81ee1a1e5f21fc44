import { describe, expect, it } from 'vitest';
import { findStory } from '../../src/pipeline/find-by-name.js';

const stories = [
  { slug: 'letter', title: 'Letter' },
  { slug: 'a-clock-in-the-rain', title: 'A Clock in the Rain' },
  { slug: 'a-bell-in-the-rain', title: 'A Bell in the Rain' },
];
const found = (name: string) => findStory(stories, name, 'issue-1').slug;

describe('findStory', () => {
  it.each([
    ['its slug', 'letter', 'letter'],
    ['its number', '2', 'a-clock-in-the-rain'],
    ['a part of its title', 'clock', 'a-clock-in-the-rain'],
    ['whatever the case', 'BELL', 'a-bell-in-the-rain'],
  ])('by %s', (_, name, slug) => {
    expect(found(name)).toBe(slug);
  });

  it('answers what is ambiguous with the choices', () => {
    expect(() => found('rain')).toThrow(
      /several for the story "rain"; choose one of: a-clock-in-the-rain, a-bell-in-the-rain/,
    );
  });

  it('answers what is unknown with all there are', () => {
    expect(() => found('tram')).toThrow(/no story "tram"; choose one of: 1 letter, 2 a-clock/);
    expect(() => found('7')).toThrow(/no story "7"/);
  });
});
