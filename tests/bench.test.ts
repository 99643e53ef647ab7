/** What a bench's figures come to, and that neither a limit nor a budget can go quietly. */
import { describe, expect, it } from 'vitest';
import { budgets } from './bench/budgets.ts';
import { median, quantile } from './bench/ground/measure.ts';
import { lineOf, spread, summaryOf, verdictOf, type Budget, type Finding } from './bench/ground/verdict.ts';
import { run } from './support/program.ts';

const atMost: Budget = {
  what: 'a reply',
  sense: 'at most',
  limit: 100,
  unit: 'ms',
  decimals: 1,
  tolerance: 0.2,
  because: 'clocks',
};
const atLeast: Budget = {
  ...atMost,
  what: 'a share',
  sense: 'at least',
  limit: 0.8,
  unit: '',
  decimals: 2,
  tolerance: 0.25,
};
const table = { reply: atMost, share: atLeast };
type Name = keyof typeof table;

const measured = (budget: Name, ...rounds: number[]): Finding<Name> => ({ kind: 'measured', budget, rounds });

describe('many measurements', () => {
  it('have the middle one as their median, and the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([8, 1, 2, 4])).toBe(3);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNaN();
  });

  it('have a 99th percentile that one in a hundred lies above', () => {
    const values = Array.from({ length: 200 }, (_, at) => 200 - at);
    // The 198 smallest of 1 … 200 lie below it.
    expect(quantile(values, 0.99)).toBe(199);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([], 0.99)).toBeNaN();
  });
});

describe('a verdict', () => {
  it('is met up to the limit and at it', () => {
    expect(verdictOf(atMost, 100)).toBe('met');
    expect(verdictOf(atLeast, 0.8)).toBe('met');
  });

  it('is missed within tolerance up to its utmost', () => {
    // 100 ms and a fifth of it; 0.8 less a quarter of it.
    expect([100.1, 120].map((value) => verdictOf(atMost, value))).toEqual(['within tolerance', 'within tolerance']);
    expect([0.79, 0.61].map((value) => verdictOf(atLeast, value))).toEqual(['within tolerance', 'within tolerance']);
  });

  it('is missed beyond it, and by what could not be measured', () => {
    expect(verdictOf(atMost, 120.1)).toBe('MISSED');
    expect(verdictOf(atLeast, 0.59)).toBe('MISSED');
    expect(verdictOf(atMost, Number.NaN)).toBe('MISSED');
    expect(verdictOf(atLeast, Number.NaN)).toBe('MISSED');
  });

  it('has nothing between where the tolerance is nothing', () => {
    const exact = { ...atMost, limit: 0, tolerance: 0 };
    expect(verdictOf(exact, 0)).toBe('met');
    expect(verdictOf(exact, 1)).toBe('MISSED');
  });
});

describe('a printed line', () => {
  it('shows the median with the least and the greatest of the rounds', () => {
    expect(spread([130.04, 90, 110.06], atMost)).toBe('110.1 ms (90.0 to 130.0)');
    expect(spread([0.361], atLeast)).toBe('0.36');
  });

  it('has the verdict by the median, the figure beside its limit, and the note', () => {
    const finding: Finding<Name> = { kind: 'measured', budget: 'reply', rounds: [90, 130, 110], note: 'one client' };
    expect(lineOf(finding, table)).toBe(
      'within tolerance  a reply: 110.0 ms (90.0 to 130.0), at most 100 ms (tolerance 20 %); one client',
    );
  });

  it('says what is not offered, not judged or only told', () => {
    expect(lineOf({ kind: 'not offered', budget: 'share', why: 'no such page' }, table)).toBe(
      'not offered yet   a share (at least 0.8): no such page',
    );
    expect(lineOf({ kind: 'not judged', budget: 'share', rounds: [0.5], why: 'no client' }, table)).toBe(
      'not judged        a share: 0.50, at least 0.8; no client',
    );
    expect(lineOf({ kind: 'told', what: 'the client', figure: '9/s' }, table)).toBe(
      '                  the client: 9/s',
    );
  });

  it('has no tolerance where there is none', () => {
    const exact = { ...table, reply: { ...atMost, tolerance: 0 } };
    expect(lineOf(measured('reply', 7), exact)).toBe('met               a reply: 7.0 ms, at most 100 ms');
  });
});

describe('a run', () => {
  const good = { silent: [], failed: [] };

  it('is good while nothing is missed by more than its tolerance', () => {
    const findings: Finding<Name>[] = [
      measured('reply', 1),
      measured('share', 0.7),
      { kind: 'not offered', budget: 'share', why: '' },
      { kind: 'told', what: '', figure: '' },
    ];
    expect(summaryOf(findings, table, good)).toEqual({
      line: '1 met, 1 missed within tolerance, 0 missed, 1 not offered yet',
      exitCode: 0,
    });
    const unjudged: Finding<Name>[] = [{ kind: 'not judged', budget: 'share', rounds: [0.1], why: '' }];
    expect(summaryOf(unjudged, table, good)).toEqual({
      line: '0 met, 0 missed within tolerance, 0 missed, 0 not offered yet, 1 not judged',
      exitCode: 0,
    });
  });

  it('fails where a budget is missed', () => {
    const { line, exitCode } = summaryOf([measured('reply', 500), measured('share', 0.9)], table, good);
    expect(line).toBe('1 met, 0 missed within tolerance, 1 missed, 0 not offered yet');
    expect(exitCode).toBe(1);
  });

  it('fails where a budget was passed over or a bench could not finish', () => {
    const silent = summaryOf([measured('reply', 1)], table, { silent: ['share'], failed: [] });
    expect(silent.exitCode).toBe(1);
    expect(silent.line).toContain('not measured: share');
    const broken = summaryOf([measured('reply', 1)], table, { silent: [], failed: ['overview'] });
    expect(broken.exitCode).toBe(1);
    expect(broken.line).toContain('could not finish: overview');
  });

  it('refuses a bench that there is not, and names those that there are', async () => {
    const program = run('tests/bench/run.ts', {}, 'imports');
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toContain('No bench is called imports. There are: overview, counties, submit,');
  });
});

describe('the budgets', () => {
  it('have the limits that were promised', () => {
    const limits = Object.fromEntries(
      Object.entries(budgets).map(([name, { sense, limit }]) => [name, [sense, limit]]),
    );
    expect(limits).toEqual({
      'overview.rate': ['at least', 0.8],
      'overview.cpu': ['at least', 0.8],
      'overview.known': ['at most', 0],
      'overview.changed': ['at most', 15],
      'counties.province': ['at most', 50],
      'counties.nation': ['at most', 100],
      'counties.page': ['at most', 100],
      'counties.accepted': ['at most', 50],
      'counties.stall': ['at most', 50],
      'counties.memory': ['at most', 400],
      'counties.county': ['at most', 50],
      'counties.growth': ['at most', 12],
      'submit.save': ['at most', 2],
      'submit.submit': ['at most', 2],
      'submit.accept': ['at most', 2],
      'growth.versions': ['at most', 1.1],
      'growth.keys': ['at most', 1.1],
      'pages.told': ['at most', 20],
      'pages.reading': ['at most', 20],
      'first-page.script': ['at most', 220],
      'first-page.chart': ['at most', 220],
      'first-page.sprint': ['at most', 220],
      'first-page.style': ['at most', 40],
      'first-page.paint': ['at most', 1500],
      'first-page.paint-sprint': ['at most', 1500],
      'first-page.paint-city': ['at most', 1500],
      'slider.overview': ['at most', 50],
      'slider.sprint': ['at most', 50],
      'slider.city': ['at most', 50],
      'slider.scenario': ['at most', 50],
      'replay.time': ['at most', 2000],
      'replay.stall': ['at most', 50],
      'multiples.plain': ['at most', 60],
      'multiples.slowed': ['at most', 200],
      'start.reply': ['at most', 1500],
      'start.memory': ['at most', 150],
      'start.stall': ['at most', 100],
      'import.time': ['at most', 5000],
      'import.memory': ['at most', 200],
      'import.stall': ['at most', 50],
      'import.history-time': ['at most', 20_000],
      'import.history-memory': ['at most', 200],
      'import.history-stall': ['at most', 50],
      'nation-import.time': ['at most', 120],
      'nation-import.memory': ['at most', 300],
      'nation-import.stall': ['at most', 50],
      'soak.errors': ['at most', 0],
      'soak.reads': ['at most', 200],
      'soak.writes': ['at most', 200],
      'soak.stall': ['at most', 100],
      'soak.memory': ['at most', 1],
      'dataset.time': ['at most', 20],
      'dataset.memory': ['at most', 150],
      'dataset.stall': ['at most', 50],
      'verify.command': ['at most', 10],
      'verify.stall': ['at most', 50],
    });
  });

  it('have a tolerance of at most a third, and its reason', () => {
    for (const [name, { tolerance, because }] of Object.entries(budgets)) {
      expect(tolerance, name).toBeGreaterThanOrEqual(0);
      expect(tolerance, name).toBeLessThan(1 / 3);
      expect(because.length, name).toBeGreaterThan(20);
    }
  });
});
