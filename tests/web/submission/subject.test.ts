import { describe, expect, it } from 'vitest';
import type { RuleDetail } from '#api/rules/contract.ts';
import {
  submissionWindow,
  returnedVersion,
  shownAbsences,
  shownFigures,
  standingFigures,
  subjectOf,
  versionToEdit,
} from '#web/parts/submissions/subject.ts';
import { figureOf, rules, subject, submission, version } from './month.ts';

const report = version({ number: 1, state: 'accepted', figures: [figureOf('area', 400), figureOf('civil', 200)] });
const correction = version({ number: 2, kind: 'correction', state: 'submitted', figures: [figureOf('area', 410)] });

const judgedBy = (known: readonly RuleDetail[]) => subjectOf(submission(), new Map(), known).conditions;

describe('the subject of a form', () => {
  it('knows what an increment is added to', () => {
    const { bases } = subject();
    expect(bases.get('area')).toBe(3_480_000);
    // No month of this year is accepted for the stock, and its October cannot be told from last year's end.
    expect(bases.get('steel')).toBeNull();
  });

  it('takes the newest rule that was in force by then', () => {
    const [first] = rules;
    const later = { ...first!, version: 2, effectiveYear: 2020, effectiveMonth: 11 };
    expect(judgedBy([later, first!])).toBe(first!.conditions);
  });

  it('names the first rule before any was in force, as the server does, and none where there is none', () => {
    const conditions = { ...rules[0]!.conditions };
    const later = { ...rules[0]!, effectiveYear: 2020, effectiveMonth: 11, conditions };
    expect(judgedBy([later])).toBe(conditions);
    expect(judgedBy([])).toBeNull();
  });
});

describe('which version', () => {
  it('a form goes on from the draft or from what was returned, and begins anew after an acceptance', () => {
    const draft = version({ state: 'draft' });
    const returned = version({ state: 'returned' });
    expect(versionToEdit(submission({ versions: [draft] }))).toBe(draft);
    expect(versionToEdit(submission({ versions: [returned] }))).toBe(returned);
    expect(versionToEdit(submission({ versions: [report] }))).toBeNull();
  });

  it('a mended report is compared with what came back last, unless something was accepted since', () => {
    const returned = version({ number: 1, state: 'returned' });
    const draft = version({ number: 2, state: 'draft' });
    expect(returnedVersion(submission({ versions: [draft, returned] }))).toBe(returned);
    expect(returnedVersion(submission({ versions: [draft, report, returned] }))).toBeNull();
  });
});

describe('which figures', () => {
  it('stand: the accepted ones, a correction replacing only what it names', () => {
    const accepted = submission({ versions: [{ ...correction, state: 'accepted' }, report] });
    expect(standingFigures(accepted)).toEqual([figureOf('area', 410), figureOf('civil', 200)]);
  });

  it('are shown: the newest version, a correction on top of what it corrects', () => {
    expect([...shownFigures(submission({ versions: [correction, report] })).values()]).toEqual([
      figureOf('area', 410),
      figureOf('civil', 200),
    ]);
  });
});

describe('which answers in the place of figures', () => {
  it('are shown: those that stand under a correction, but for what it or another one gives a figure of', () => {
    const answered = version({ ...report, absences: { steel: 'not-applicable', projects: 'not-yet-known' } });
    expect(shownAbsences(submission({ versions: [correction, answered] }))).toEqual(answered.absences);
    const known = { ...correction, number: 3, figures: [figureOf('projects', 3)] };
    expect(shownAbsences(submission({ versions: [known, { ...correction, state: 'accepted' }, answered] }))).toEqual({
      steel: 'not-applicable',
    });
    expect(shownAbsences(submission({ versions: [version({ number: 4 }), answered] }))).toEqual({});
  });
});

describe('submissionWindow', () => {
  it('begins after the accepted day', () => {
    const running = submission({ versions: [version({ state: 'accepted', asOf: '2020-10-16' })] });
    expect(submissionWindow(running)).toMatchObject({ earliest: '2020-10-17', latest: '2020-10-31' });
    expect(submissionWindow(submission())).toMatchObject({ earliest: '2020-10-01' });
    const early = submission({ versions: [version({ state: 'accepted', asOf: '2020-10-05' })] });
    expect(submissionWindow(early)).toMatchObject({ earliest: '2020-10-06' });
  });

  it('stays as it is where the last day is accepted, after which only a correction is left', () => {
    const whole = submission({ versions: [version({ state: 'accepted', asOf: '2020-10-31' })] });
    expect(submissionWindow(whole)).toEqual(whole.asOf);
  });
});
