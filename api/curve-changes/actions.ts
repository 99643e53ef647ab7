/** Writes curves, puts them in force from a month on, and withdraws them before anything was judged. */
import { insertCurveAssignment, insertCurveVersion, type CurveAssignmentRow } from '#db/curves.ts';
import { listIndicators } from '#db/indicators.ts';
import type { Writer } from '#db/dialect';
import { historyBefore } from '../assessments/history.ts';
import { runCommand } from '../command.ts';
import { effectProblems, pointProblems, reasonProblems } from '../curves/checked-input.ts';
import { curveFinder } from '../curves/in-force.ts';
import { judgedBefore } from '../curves/lifecycle.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { AuditAction } from '../http/audit-action.ts';
import type { Context } from '../http/context.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import { dayParts } from '../measures/calendar.ts';
import { dayInShanghai } from '../measures/office-day.ts';
import type { AssignmentIn, CurveIn, CurveList } from './contract.ts';
import { presentCurves, readCurveRows, versionOf, type CurveRows } from './present.ts';

const historyNow = (context: Context) => historyBefore(context, dayParts(dayInShanghai(context.clock.now())).year);

const mayDecide = ({ actor }: Context): boolean => actor.role === 'official';

/** The curves and from when they judge. */
export async function listCurves(context: Context): Promise<CurveList> {
  return presentCurves(await readCurveRows(context.database.reader), await historyNow(context), mayDecide(context));
}

interface Asked {
  readonly action: AuditAction;
  readonly object: string;
  readonly request: unknown;
  /** Whether levels may be others afterwards. */
  readonly changesStandings: boolean;
}

/** Checks that the caller knew all decisions so far, and makes a further one. `work` says what the trail tells of it. */
async function decide(
  context: Context,
  asked: Asked,
  work: (tx: Writer, rows: CurveRows) => Promise<Readonly<Record<string, unknown>>>,
): Promise<CurveList> {
  const history = await historyNow(context);
  return runCommand(context, asked, async (tx) => {
    const rows = await readCurveRows(tx);
    if (context.basedOn === null) throw new Problem('version-required');
    if (context.basedOn !== versionOf(rows))
      throw new Problem('stale-version', {}, { current: presentCurves(rows, history, true) });
    const detail = await work(tx, rows);
    return { reply: presentCurves(await readCurveRows(tx), history, true), detail };
  });
}

function refuse(problems: readonly ProblemPointer[]): void {
  const problem = problemOf(problems);
  if (problem !== null) throw problem;
}

const authored = ({ actor, clock }: Context) => ({
  author: actor.id,
  authoredAs: actor.author,
  at: clock.now().toISOString(),
});

/**
 * Writes a curve, or the next version of one. It judges nobody yet.
 * @throws Problem `stale-version`, `curve-shape`, `curve-code-taken`, `field-missing`, `reason-required`
 */
export function saveCurve(context: Context, curve: CurveIn): Promise<CurveList> {
  const asked = { action: 'curve.save', object: curve.code, request: curve, changesStandings: false } as const;
  return decide(context, asked, async (tx, { program, versions }) => {
    const isTaken = program.some(({ code }) => code === curve.code);
    refuse([
      ...(isTaken ? [{ pointer: '/code', code: 'curve-code-taken', values: { text: curve.code } } as const] : []),
      ...textProblems(curve),
      ...pointProblems(curve.points),
      ...reasonProblems(curve.reason),
    ]);
    const number = 1 + versions.filter(({ code }) => code === curve.code).length;
    const { code, name, source, points } = curve;
    const reason = curve.reason.trim();
    const names = { nameZh: name.zh.trim(), nameEn: name.en.trim() };
    const sources = { source: source.zh.trim(), sourceEn: source.en.trim() };
    await insertCurveVersion(tx, { code, number, ...names, points, ...sources, reason, ...authored(context) });
    return { version: number, points, reason };
  });
}

function textProblems({ name, source }: CurveIn): readonly ProblemPointer[] {
  const texts = { '/name/zh': name.zh, '/name/en': name.en, '/source/zh': source.zh, '/source/en': source.en };
  return Object.entries(texts).flatMap(([pointer, text]) =>
    text.trim() === '' ? [{ pointer, code: 'field-missing', values: { field: pointer.slice(1) } } as const] : [],
  );
}

/**
 * Judges an indicator by a curve from a month on. Every month before keeps its curve, and so does every month that has an
 * accepted figure.
 * @throws Problem `stale-version`, `not-found` for an indicator there is not, `no-such-curve`, `curve-month-judged`, `reason-required`
 */
export function assignCurve(context: Context, request: AssignmentIn): Promise<CurveList> {
  const { indicator, curve, version, effectiveYear, effectiveMonth } = request;
  const asked = { action: 'curve.assign', object: indicator, request, changesStandings: true } as const;
  return decide(context, asked, async (tx, rows) => {
    if (!(await listIndicators(tx)).some(({ code }) => code === indicator)) throw new Problem('not-found');
    const isKnown = curveFinder(rows.program, rows.versions)(curve, version) !== undefined;
    refuse([
      ...(isKnown ? [] : [{ pointer: '/curve', code: 'no-such-curve', values: { text: curve } } as const]),
      ...effectProblems({ year: effectiveYear, month: effectiveMonth }, rows.accepted),
      ...reasonProblems(request.reason),
    ]);
    const added = nextDecision(context, rows, { ...request, curveVersion: version, action: 'assign', withdraws: null });
    await insertCurveAssignment(tx, added);
    return { number: added.number, curve, version, effectiveYear, effectiveMonth, reason: added.reason };
  });
}

/**
 * Withdraws an assignment before anything was judged by it.
 * @throws Problem `stale-version`, `not-found` also for one that is withdrawn already, `curve-judged-already`, `reason-required`
 */
export function withdrawCurve(
  context: Context,
  { indicator, number }: { readonly indicator: string; readonly number: number },
  request: { readonly reason: string },
): Promise<CurveList> {
  const asked = { action: 'curve.withdraw', object: indicator, request, changesStandings: true } as const;
  return decide(context, asked, async (tx, rows) => {
    const own = rows.decisions.filter((row) => row.indicator === indicator);
    const found = own.find((row) => row.number === number && row.action === 'assign');
    if (found === undefined || own.some(({ withdraws }) => withdraws === number)) throw new Problem('not-found');
    refuse(reasonProblems(request.reason));
    const { effectiveYear: year, effectiveMonth: month } = found;
    if (judgedBefore({ year, month }, rows.accepted) !== null)
      throw new Problem('curve-judged-already', { year, month });
    const { curve, curveVersion } = found;
    const taken = { indicator, curve, curveVersion, effectiveYear: year, effectiveMonth: month, withdraws: number };
    const added = nextDecision(context, rows, { ...taken, action: 'withdraw', reason: request.reason });
    await insertCurveAssignment(tx, added);
    return { number, curve, effectiveYear: year, effectiveMonth: month, reason: added.reason };
  });
}

type Decided = Pick<
  CurveAssignmentRow,
  'indicator' | 'action' | 'withdraws' | 'curve' | 'curveVersion' | 'effectiveYear' | 'effectiveMonth' | 'reason'
>;

function nextDecision(context: Context, { decisions }: CurveRows, decided: Decided): CurveAssignmentRow {
  const { indicator, action, withdraws, curve, curveVersion, effectiveYear, effectiveMonth, reason } = decided;
  return {
    indicator,
    number: 1 + decisions.filter((row) => row.indicator === indicator).length,
    action,
    withdraws,
    curve,
    curveVersion,
    effectiveYear,
    effectiveMonth,
    reason: reason.trim(),
    ...authored(context),
  };
}
