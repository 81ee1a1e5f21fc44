import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.js';

describe('the library', () => {
  it('exports exactly what is documented', async () => {
    const readme = await readFile('README.md', 'utf8');
    const functions = Object.keys(library).sort();
    expect(functions).toEqual([
      'AudioEditionError',
      'NO_DRAFT',
      'afterPublishing',
      'build',
      'changesOf',
      'check',
      'chosenEngine',
      'clean',
      'compileLexicon',
      'differencesOf',
      'editionStamp',
      'emptied',
      'findTake',
      'findVoices',
      'hasFormerState',
      'hearJoin',
      'listDraftTakes',
      'listEditions',
      'listEngines',
      'listTakes',
      'listVoices',
      'loadConfig',
      'nodeHost',
      'openEdition',
      'openPublished',
      'orderInDraft',
      'placesOfDropped',
      'plan',
      'planRegenerate',
      'previewSegment',
      'readDraft',
      'readPeaks',
      'rebuild',
      'redoStep',
      'regenerate',
      'script',
      'undoStep',
      'viewDraft',
      'withStep',
      'withoutStep',
      'wordsOfSegment',
      'wordsOfTake',
      'writeDraft',
      'writeLexicon',
    ]);
    const table = readme.slice(readme.indexOf('## As a library'), readme.indexOf('## How it is built'));
    for (const name of functions) expect(table).toContain(`\`${name}\``);
  });

  it('tells by events what is going on', async () => {
    const events: library.PipelineEvent[] = [];
    const config = await library.loadConfig({ directory: 'examples', environment: {}, engine: 'local' });
    const host = library.nodeHost({ onEvent: (event) => events.push(event) });
    const { script } = await library.script({ issue: 'examples/harbour-letter.html', config }, host);
    expect(script.stories.length).toBeGreaterThan(3);
    expect(events.map((event) => event.kind === 'stage' && event.stage)).toEqual(['issue', 'script']);
  });

  it('throws the one error, and touches nothing', async () => {
    const config = await library.loadConfig({ directory: 'examples', environment: {} });
    await expect(library.script({ issue: 'gone.html', config }, library.nodeHost())).rejects.toMatchObject({
      name: 'AudioEditionError',
      code: 'issue-unreadable',
      fault: 'input',
    });
  });
});
