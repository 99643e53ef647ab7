import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '#api/projects/contract.ts';
import { hintCodes } from '#api/projects/contract.ts';
import { hintSentence } from '#api/projects/hint-words.ts';
import { presentProject } from '#api/projects/present.ts';
import { readProject } from '#api/projects/read-project.ts';
import { anyProject, ordinaryProject, reader, standingProject } from '#tests/support/projects.ts';
import { inputOf, readTyped, valuesOf } from '../../../web/features/projects/form-values.ts';
import { prefabricatedSum, sortedProjects } from '../../../web/features/projects/rows.ts';

const today = '2020-10-19';
const shown = (more: Partial<typeof ordinaryProject>, id = 'a'): Project =>
  presentProject(standingProject({ ...ordinaryProject, ...more }, id), { actor: reader }, { today, startsOn: () => 1 });

describe('the form of a project', () => {
  it('sends back what it was filled with, whatever that is', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const project = shown(input);
        expect(readProject(inputOf(valuesOf(project)), today)).toEqual(readProject(input, today));
      }),
    );
  });

  it('sends what is empty as not known, and zero as zero', () => {
    const values = valuesOf(shown({}));
    const sent = inputOf({ ...values, prefabricatedArea: '', decoratedArea: '0', greenStars: '', bim: '', permit: '' });
    expect(sent).toMatchObject({
      prefabricatedArea: null,
      decoratedArea: '0',
      greenStars: null,
      bim: null,
      permit: '',
    });
  });
});

describe('what was kept of a project’s form', () => {
  it('is read where every field is there, as a text', () => {
    const typed = { values: valuesOf(shown({})), reason: '补充' };
    expect(readTyped(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    const { name: _name, ...older } = typed.values;
    const others = [
      null,
      { ...typed, reason: 1 },
      { ...typed, values: older },
      { ...typed, values: { ...older, name: 1 } },
    ];
    expect(others.map(readTyped)).toEqual([null, null, null, null]);
  });
});

describe('the rows of the ledger', () => {
  const rows = [
    shown({ prefabricatedArea: 5000, startActual: '2020-03-01' }, 'a'),
    shown({ prefabricatedArea: null, startActual: null, startPlanned: '2021-01-15' }, 'b'),
    shown({ prefabricatedArea: 15_000, startActual: '2019-12-31' }, 'c'),
  ];
  const order = (sort?: string) => sortedProjects(rows, sort).map(({ id }) => id);

  it('are sorted by a column, what has no value last', () => {
    expect([order(), order('start'), order('-prefabricated'), order('prefabricated')]).toEqual([
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
      ['c', 'a', 'b'],
      ['a', 'c', 'b'],
    ]);
    expect(order('nonsense')).toEqual(['a', 'b', 'c']);
  });

  it('add up in 万㎡ without what is not known', () => {
    expect(prefabricatedSum(rows)).toBe(2);
  });
});

describe('a hint', () => {
  it('is a sentence with its numbers in both languages', () => {
    const values = { day: '2020-12-31', permit: '2021-01-02', count: 4, area: 5, total: 3, rate: 46.5, threshold: 50 };
    for (const code of hintCodes) {
      const [zh, en] = [hintSentence({ code, values }, 'zh'), hintSentence({ code, values }, 'en')];
      expect(zh + en).not.toMatch(/[{}]/);
    }
    expect(hintSentence({ code: 'rate-below-standard', values }, 'en')).toBe(
      'An assembly rate of 46.5% is below the 50% of GB/T 51129-2017, article 3.0.3.',
    );
  });
});
