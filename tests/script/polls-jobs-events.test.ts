import { describe, expect, it } from 'vitest';
import { droppedOf, outlineOf } from '../issue/reading.js';

const STORY = '<h2>Plums fall</h2><p>The orchard at Ludlow sold 300 crates before noon.</p>';

describe('polls, job ads and events', () => {
  it('read a poll’s question and answers where the issue writes them out', async () => {
    expect(
      await outlineOf(
        `${STORY}<h2>Poll</h2><p>Should the orchard open on Sundays?</p><ul><li>Yes</li><li>No</li></ul>`,
      ),
    ).toEqual([
      'story: Plums fall',
      '  title: Plums fall',
      '  paragraph: The orchard at Ludlow sold 300 crates before noon.',
      'section: Poll',
      '  title: Poll',
      '  paragraph: Should the orchard open on Sundays?',
      '  bullet: Yes',
      '  bullet: No',
    ]);
  });

  it('leave out a poll that one can only click on, and say why', async () => {
    const poll = '<div class="poll-embed"><p>Plums or pears?</p><div>Plums</div><div>Pears</div></div>';
    expect(await droppedOf(`${STORY}${poll}${STORY.replace('fall', 'rise')}`)).toEqual([
      'poll: Plums or pears?',
      'poll: Plums',
      'poll: Pears',
    ]);
  });

  it('make sections of jobs and events, with an item for each', async () => {
    const jobs = '<h3>Jobs</h3><p>Picker, Ludlow, full time</p><p>Cooper (three days)</p>';
    const events = '<h3>Events</h3><ul><li>4 December: Plum fair, 6pm, Great Hall</li></ul>';
    expect((await outlineOf(`${STORY}${jobs}${events}`)).slice(3)).toEqual([
      'section: Jobs',
      '  title: Jobs',
      '  paragraph: Picker, Ludlow, full time',
      '  paragraph: Cooper (three days)',
      'section: Events',
      '  title: Events',
      '  bullet: 4 December: Plum fair, 6pm, Great Hall',
    ]);
  });

  it('do the same in plain text', async () => {
    const text =
      'Plums fall early\n\nThe orchard at Ludlow sold 300 crates before noon.\n\nJobs\n\nPicker, Ludlow, full time\n\nCooper in the cellar (three days)\n\nEvents\n\n4 December: Plum fair, 6pm\n\n9 December: Carols in the Great Hall';
    expect(await outlineOf(text, 'issue.txt')).toEqual([
      'story: Plums fall early',
      '  title: Plums fall early',
      '  paragraph: The orchard at Ludlow sold 300 crates before noon.',
      'section: Jobs',
      '  title: Jobs',
      '  paragraph: Picker, Ludlow, full time',
      '  paragraph: Cooper in the cellar (three days)',
      'section: Events',
      '  title: Events',
      '  paragraph: 4 December: Plum fair, 6pm',
      '  paragraph: 9 December: Carols in the Great Hall',
    ]);
  });
});
