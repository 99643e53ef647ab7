/** The rules of first-quarter plans: who may do what in which state, and what is due. */
import { describe, expect, it } from 'vitest';
import { openingCommands, openingStates } from '#api/openings/contract.ts';
import {
  isInFirstQuarter,
  isWhole,
  openingDues,
  openingRefusal,
  planYearOn,
  projectsOf,
} from '#api/openings/lifecycle.ts';

const people = {
  bureau: { id: 'a', role: 'bureau', region: '331100' },
  other: { id: 'b', role: 'bureau', region: '330300' },
  official: { id: 'c', role: 'official', region: null },
  sender: { id: 's', role: 'official', region: null },
  leader: { id: 'd', role: 'leader', region: null },
} as const;

/** Who may give a command in a state; nobody else in any other. `sender` is the one who sent it, in an earlier post. */
const table = `
  save    missing    bureau
  save    draft      bureau
  save    accepted   bureau
  save    returned   bureau
  submit  draft      bureau
  accept  submitted  official
  return  submitted  official
`;

describe('a first-quarter plan', () => {
  it('is moved as the table says, by nobody else and in no other state', () => {
    const found = openingCommands.flatMap((command) =>
      openingStates.flatMap((state) =>
        Object.entries(people)
          .filter(
            ([, person]) => openingRefusal(command, { region: '331100', state, submittedBy: 's' }, person) === null,
          )
          .map(([name]) => `${command} ${state} ${name}`),
      ),
    );
    expect(found.toSorted()).toEqual(
      table
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).join(' '))
        .toSorted(),
    );
  });

  it('is refused with the reason that fits', () => {
    const plan = { region: '331100', state: 'submitted', submittedBy: 's' } as const;
    expect(openingRefusal('accept', plan, people.sender)?.code).toBe('own-submission');
    expect(openingRefusal('save', plan, people.bureau)).toEqual({
      code: 'illegal-transition',
      values: { state: { zh: '待审', en: 'submitted' } },
    });
    expect(openingRefusal('save', plan, people.other)?.code).toBe('not-allowed');
  });

  it('has days of January to March of its year alone', () => {
    const days = ['2020-12-31', '2021-01-01', '2021-03-31', '2021-04-01', '2022-02-01'];
    expect(days.filter((day) => isInFirstQuarter(day, 2021))).toEqual(['2021-01-01', '2021-03-31']);
  });

  it('is on the mind from October of the year before to March', () => {
    const days = ['2020-09-30', '2020-10-01', '2020-12-31', '2021-01-01', '2021-03-31', '2021-04-01'];
    expect(days.map(planYearOn)).toEqual([null, 2021, 2021, 2021, 2021, null]);
  });

  it('is whole with a goal, a node and a project', () => {
    const goals = ['一季度开工 20 万㎡'];
    const nodes = [{ day: '2021-02-01', text: '图审' }];
    const projects = [{ name: '甲', kind: 'both', startsOn: '2021-01-15', area: 1 }] as const;
    expect(isWhole({ goals, nodes, projects })).toBe(true);
    expect(isWhole({ goals: [], nodes, projects })).toBe(false);
    expect(isWhole({ goals, nodes: [], projects })).toBe(false);
    expect(isWhole({ goals, nodes, projects: [] })).toBe(false);
  });

  it('says what is due by which day, and what has passed; today has not', () => {
    const nodes = [{ day: '2021-02-01', text: '图审' }];
    const projects = [
      { name: '乙', kind: 'decorated' as const, startsOn: '2021-03-01', area: 2 },
      { name: '甲', kind: 'both' as const, startsOn: '2021-01-31', area: 1 },
    ];
    expect(openingDues({ nodes, projects }, '2021-02-01')).toEqual([
      { day: '2021-01-31', text: '甲', kind: 'start', isPassed: true },
      { day: '2021-02-01', text: '图审', kind: 'node', isPassed: false },
      { day: '2021-03-01', text: '乙', kind: 'start', isPassed: false },
    ]);
    expect(projectsOf(projects, 'decorated').map(({ name }) => name)).toEqual(['乙', '甲']);
    expect(projectsOf(projects, 'prefabricated').map(({ name }) => name)).toEqual(['甲']);
  });
});
