/** What strikes in a project, and what projects add up to beside what was reported. */
import { describe, expect, it } from 'vitest';
import type { LedgerMonth, Project, ProjectIn } from '#api/projects/contract.ts';
import { projectHints } from '#api/projects/hints.ts';
import { readProject } from '#api/projects/read-project.ts';
import { countedIndicators, sumOf } from '#api/projects/sums.ts';
import { demoApp } from '#tests/support/app.ts';
import { ordinaryProject } from '#tests/support/projects.ts';
import { hangzhou, lishui, wenzhou } from '#tests/support/reporting.ts';

const today = '2020-12-31';
const project = (more: Partial<ProjectIn>) => readProject({ ...ordinaryProject, ...more }, today);
const codesOf = (more: Partial<ProjectIn>, batch = 1) =>
  projectHints(project(more), { today, startsOn: () => batch }).map(({ code }) => code);

describe('a hint', () => {
  it.each<[string, Partial<ProjectIn>, readonly string[]]>([
    ['nothing', {}, []],
    ['a start without a permit', { permitActual: null }, ['no-permit']],
    ['a start a day before the permit', { permitActual: '2020-09-02' }, ['start-before-permit']],
    ['a start on the day of the permit', { permitActual: '2020-09-01' }, []],
    ['a permit of another year', { permitActual: '2019-12-30', landActual: null }, ['permit-another-year']],
    ['a permit before the land', { landActual: '2020-08-15' }, ['days-out-of-order']],
    ['a completion before the start', { completionActual: '2020-08-31' }, ['days-out-of-order']],
    ['a start that is overdue', { startActual: null, startPlanned: '2020-12-30' }, ['start-overdue']],
    ['a start that is due', { startActual: null, startPlanned: today }, []],
    ['a part above its whole', { prefabricatedArea: 52_301 }, ['prefabricated-above-total']],
    ['a part that is the whole', { prefabricatedArea: 52_300, aboveGroundArea: 52_300 }, []],
    ['decoration above the whole', { decoratedArea: 60_000 }, ['decorated-above-total']],
    ['a rate below the national standard', { standard: 'GB/T 51129', assemblyRate: 49.99 }, ['rate-below-standard']],
    ['a rate at the national standard', { standard: 'GB/T 51129', assemblyRate: 50 }, []],
    ['the same rate by the standard of Zhejiang', { standard: 'DB33/T 1165', assemblyRate: 49.99 }, []],
    ['a rate by no standard', { standard: null }, ['rate-without-standard']],
    ['a start that adds nothing', { prefabricatedArea: null }, ['area-unknown']],
  ])('is given for %s', (_what, more, expected) => {
    expect(codesOf(more)).toEqual(expected);
  });

  it('is given for several starts on the last day of the year', () => {
    expect([codesOf({ startActual: today }, 2), codesOf({ startActual: today }, 3)]).toEqual([[], ['year-end-batch']]);
    expect(codesOf({ startActual: '2020-12-30' }, 3)).toEqual([]);
  });
});

describe('the sum of a ledger', () => {
  const [area, civil] = countedIndicators;
  if (area === undefined || civil === undefined) throw new Error('nothing is counted');
  const september = { year: 2020, from: 9, to: 9 };

  it('counts a whole building in the month of its start, and what is not known as not known', () => {
    const projects = [
      project({}),
      project({ buildingType: 'industrial', prefabricatedArea: 1000, startActual: '2020-09-30' }),
      project({ prefabricatedArea: null, startActual: '2020-09-15' }),
      project({ prefabricatedArea: 5, startActual: '2020-08-31' }),
      project({ prefabricatedArea: 7, startActual: '2019-09-01' }),
      project({ prefabricatedArea: 9, startActual: null }),
    ];
    expect(sumOf(projects, area, september)).toEqual({ amount: 39_000, projects: 3, unknown: 1 });
    expect(sumOf(projects, civil, september)).toEqual({ amount: 38_000, projects: 2, unknown: 1 });
    expect(sumOf(projects, area, { year: 2020, from: 1, to: 9 })).toEqual({ amount: 39_005, projects: 4, unknown: 1 });
  });

  it('is nothing, and not zero, until something was entered; then a month without a start is zero', () => {
    expect(sumOf([project({ startActual: null })], area, september).amount).toBeNull();
    const august = [project({ startActual: '2020-08-20' })];
    expect(sumOf(august, area, september)).toEqual({ amount: 0, projects: 0, unknown: 0 });
    expect(sumOf(august, area, { year: 2020, from: 7, to: 7 }).amount).toBeNull();
  });

  it('stands beside what was accepted, with the difference; a bureau sees its own', async () => {
    const at = await demoApp();
    const bureau = await at.signedInAs('bureau', lishui);
    const official = await at.signedInAs('official');
    const months: readonly LedgerMonth[] = (await bureau.get('/api/projects/sums?year=2020')).json().months;
    expect(new Set(months.map(({ region }) => region))).toEqual(new Set([lishui]));
    const reached = months.find(({ indicator, month }) => indicator === 'prefab-area' && month === 9);
    // By hand: all that Lishui reported lies in its ledger but one building of June.
    const projects: readonly Project[] = (await official.get(`/api/projects?region=${lishui}&stage=start`)).json()
      .projects;
    const sum = projects.reduce((whole, { prefabricatedArea }) => whole + (prefabricatedArea ?? 0), 0) / 10_000;
    expect(reached).toMatchObject({ reported: { cumulative: 101.63 }, cumulative: { amount: sum, unknown: 0 } });
    expect(reached?.difference).toBeCloseTo(101.63 - sum, 4);
    expect(reached?.difference).toBeGreaterThan(0);
    expect(reached?.difference).toBeLessThan(10);
    expect(months.find(({ month }) => month === 10)?.difference).toBeNull();
    const all: readonly LedgerMonth[] = (await official.get('/api/projects/sums?year=2020')).json().months;
    expect(all.find(({ region, month }) => region === hangzhou && month === 9)?.cumulative.amount).toBeNull();
    expect((await bureau.get(`/api/projects/sums?year=2020&region=${wenzhou}`)).statusCode).toBe(404);
  });
});
