import { describe, expect, it } from 'vitest';
import {
  afterPublishing,
  changesOf,
  type Draft,
  type DraftStep,
  emptied,
  NO_DRAFT,
  parseDraft,
  redoStep,
  undoStep,
  withoutStep,
  withStep,
} from '../../src/edits/draft.js';

const step = (id: string): DraftStep => ({
  id,
  at: '2026-03-31T08:55:00.000Z',
  title: `step ${id}`,
  changes: [{ kind: 'lexicon', written: id, spoken: id.toUpperCase() }],
});
const draftOf = (...ids: readonly string[]) => ids.reduce((draft, id) => withStep(draft, step(id)), NO_DRAFT);
const idsOf = ({ steps, undone }: Draft) => [steps.map(({ id }) => id), undone.map(({ id }) => id)];

describe('a draft', () => {
  it('grows by steps, and its revision with every change', () => {
    const draft = draftOf('a', 'b');
    expect(draft.revision).toBe(2);
    expect(changesOf(draft)).toMatchObject([{ written: 'a' }, { written: 'b' }]);
    expect(undoStep(draft).revision).toBe(3);
  });

  it('undoes and redoes in order', () => {
    const undone = undoStep(undoStep(draftOf('a', 'b', 'c')));
    expect(idsOf(undone)).toEqual([['a'], ['c', 'b']]);
    expect(idsOf(redoStep(undone))).toEqual([['a', 'b'], ['c']]);
  });

  it('takes back a step between others, and can make it again', () => {
    const without = withoutStep(draftOf('a', 'b', 'c'), 'b');
    expect(idsOf(without)).toEqual([['a', 'c'], ['b']]);
    expect(idsOf(redoStep(without))).toEqual([['a', 'c', 'b'], []]);
  });

  it('brings back everything that was dropped, step by step', () => {
    const dropped = emptied(draftOf('a', 'b'));
    expect(idsOf(dropped)).toEqual([[], ['b', 'a']]);
    expect(idsOf(redoStep(redoStep(dropped)))).toEqual([['a', 'b'], []]);
  });

  it('forgets what could be made again once something else is done', () => {
    expect(idsOf(withStep(undoStep(draftOf('a', 'b')), step('c')))).toEqual([['a', 'c'], []]);
  });

  it('keeps what was changed while the rest was published', () => {
    const before = draftOf('a', 'b');
    expect(idsOf(afterPublishing(withStep(before, step('c')), before.steps))).toEqual([['c'], []]);
  });

  it.each([
    ['undo', () => undoStep(NO_DRAFT), 'nothing-to-undo'],
    ['redo', () => redoStep(NO_DRAFT), 'nothing-to-redo'],
    ['a step that is gone', () => withoutStep(NO_DRAFT, 'x'), 'step-unknown'],
  ])('says that there is nothing: %s', (_, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code, fault: 'input' }));
  });

  it('is read again as it was written, and complained about by field where it was spoilt', () => {
    const draft = undoStep(draftOf('a', 'b'));
    expect(parseDraft(JSON.stringify(draft), 'draft.json')).toEqual(draft);
    const spoilt = JSON.stringify({ ...draft, steps: [{ ...step('a'), changes: [{ kind: 'shout' }] }] });
    expect(() => parseDraft(spoilt, 'draft.json')).toThrow(
      /draft\.json can't be read at steps\.0\.changes\.0\.kind/,
    );
  });
});
