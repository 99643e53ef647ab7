import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFields } from '#web/features/interviews/fields.ts';
import { readRequirements } from '#web/features/interviews/requirements-draft.ts';
import { draftOf, readDraft } from '#web/features/openings/draft.ts';
import { useKeptEdit, type KeptEdit } from '#web/ui/kept-edit.ts';
import { memoryStorage } from '#tests/support/memory-storage.ts';

const { texts, storage } = memoryStorage();

beforeEach(() => {
  texts.clear();
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

/** A form that is opened at a version of what it edits. */
function opened(version: number): KeptEdit<readonly (readonly [string, string])[]> {
  const found: KeptEdit<readonly (readonly [string, string])[]>[] = [];
  function Form() {
    found.push(useKeptEdit('facts', version, readFields));
    return null;
  }
  renderToStaticMarkup(<Form />);
  const [kept] = found;
  if (kept === undefined) throw new Error('the form was not drawn');
  return kept;
}

describe('a form whose typing is kept', () => {
  it('begins with what is saved, and with what was typed where it is opened again', () => {
    const first = opened(3);
    expect(first).toMatchObject({ typed: null, isRestored: false, basedOn: 3 });
    first.write([['place', '省厅一楼']]);
    // Meanwhile somebody saved: the typing still stands on the third version, and a save will say so.
    expect(opened(4)).toMatchObject({ typed: [['place', '省厅一楼']], isRestored: true, basedOn: 3 });
    opened(4).forget();
    expect(opened(4)).toMatchObject({ typed: null, isRestored: false, basedOn: 4 });
  });

  it.each(['', 'no JSON', '7', '{"version":"3","typed":[]}', '{"version":3,"typed":[["place"]]}'])(
    'does not take %j for its own',
    (kept) => {
      texts.set('facts', kept);
      expect(opened(2)).toMatchObject({ typed: null, isRestored: false, basedOn: 2 });
    },
  );
});

describe('what was kept of', () => {
  const item = { key: '1.1', title: { zh: '甲', en: '' }, checkedBy: 'person', evidence: true, owner: '', dueOn: '' };
  const requirement = { key: 'a', title: { zh: '乙', en: '' }, items: [item] };

  it('requirements is read only where every part is there', () => {
    expect(readRequirements([requirement])).toEqual([requirement]);
    const { owner: _owner, ...older } = item;
    const others = [{ ...item, checkedBy: 'nobody' }, { ...item, evidence: 1 }, { ...item, title: '甲' }, older];
    expect(others.map((one) => readRequirements([{ ...requirement, items: [one] }]))).toEqual([null, null, null, null]);
  });

  it('a first-quarter plan is read only where every part is there', () => {
    const draft = draftOf({
      goals: ['一'],
      nodes: [{ day: '2021-01-05', text: '例会' }],
      projects: [{ name: '小学', kind: 'both', area: 2, startsOn: '2021-02-01' }],
    });
    expect(readDraft(draft)).toEqual(draft);
    const { goals: _goals, ...older } = draft;
    const other = { ...draft, projects: draft.projects.map((project) => ({ ...project, kind: 'other' })) };
    expect([readDraft(older), readDraft(other), readDraft({ ...draft, nodes: [{ id: 0 }] })]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
