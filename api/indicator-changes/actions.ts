import {
  deleteIndicator,
  insertIndicator,
  insertIndicatorVersion,
  listCurves,
  listIndicatorVersions,
  listUsedIndicators,
  updateIndicator,
  type IndicatorRow,
  type IndicatorVersionRow,
} from '#db/indicators.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import type { Writer } from '#db/dialect';
import { runCommand } from '../command.ts';
import { nameOf, problemOf } from '../figures/read-figures.ts';
import type { AuditAction } from '../http/audit-action.ts';
import type { Context } from '../http/context.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import { presentIndicator } from '../indicators/actions.ts';
import { readIndicators } from '../indicators/checked.ts';
import { monthKey } from '../indicators/lifecycle.ts';
import type { YearMonth } from '../measures/calendar.ts';
import { earliestRuleMonth } from '../rules/lifecycle.ts';
import type { IndicatorContent, IndicatorHistory, IndicatorIn } from './contract.ts';
import {
  changedFields,
  dependentsOf,
  indicatorProblems,
  monthProblems,
  reasonProblems,
  trimmed,
  usedProblems,
} from './lifecycle.ts';
import { contentOf, presentHistory, rowOf } from './present.ts';

/** What was decided about indicators, newest first. */
export function listDecisions(context: Context): Promise<IndicatorHistory> {
  return presentHistory(context.database.reader);
}

/** What a decision leaves of an indicator. */
interface Decided {
  readonly action: IndicatorVersionRow['action'];
  readonly before: IndicatorContent | null;
  readonly content: IndicatorContent;
  readonly retiredFrom: string | null;
  readonly reason: string;
}

/** Everything that a decision is weighed against, within its transaction. */
interface Weighed {
  readonly tx: Writer;
  readonly indicators: readonly IndicatorRow[];
  readonly decisions: readonly IndicatorVersionRow[];
  readonly earliest: YearMonth | null;
}

/** Checks that the caller knew all decisions so far, makes a further one and keeps it with its author and reason. */
function decide(
  context: Context,
  { action, code, request }: { readonly action: AuditAction; readonly code: string; readonly request: unknown },
  work: (weighed: Weighed) => Promise<Decided>,
): Promise<IndicatorHistory> {
  return runCommand(context, { action, object: code, request, changesStandings: true }, async (tx) => {
    const decisions = await listIndicatorVersions(tx);
    if (context.basedOn === null) throw new Problem('version-required');
    if (context.basedOn !== decisions.length) {
      throw new Problem('stale-version', {}, { current: await presentHistory(tx) });
    }
    const indicators = await readIndicators(tx);
    const earliest = earliestRuleMonth(await listAcceptedMonths(tx));
    const decided = await work({ tx, indicators, decisions, earliest });
    const before = decisions.filter((one) => one.code === code);
    const row: IndicatorVersionRow = {
      ...decided,
      code,
      number: 1 + Math.max(0, ...before.map(({ number }) => number)),
      reason: decided.reason.trim(),
      author: context.actor.id,
      authoredAs: context.actor.author,
      at: context.clock.now().toISOString(),
    };
    await insertIndicatorVersion(tx, row);
    const { number, content, retiredFrom, reason } = row;
    return { reply: await presentHistory(tx), detail: { number, reason, retiredFrom, content } };
  });
}

function refuse(problems: readonly ProblemPointer[]): void {
  const problem = problemOf(problems);
  if (problem !== null) throw problem;
}

async function contentProblems({ tx, indicators }: Weighed, content: IndicatorContent, own: string | null) {
  const others = indicators.filter(({ code }) => code !== own).map(presentIndicator);
  const curves = (await listCurves(tx)).map(({ code }) => code);
  return indicatorProblems(content, others, curves);
}

/** @throws Problem `not-found` */
function found({ indicators }: Weighed, code: string): IndicatorRow {
  const row = indicators.find((one) => one.code === code);
  if (row === undefined) throw new Problem('not-found');
  return row;
}

/**
 * Adds an indicator, which every page, file and form has from then on.
 * @throws Problem `stale-version`, and what `indicatorProblems`, `monthProblems` and `reasonProblems` find
 */
export function addIndicator(context: Context, { reason, ...said }: IndicatorIn): Promise<IndicatorHistory> {
  const content = trimmed(said);
  return decide(context, { action: 'indicator.add', code: content.code, request: said }, async (weighed) => {
    const { required, requiredFrom } = content;
    refuse([
      ...(await contentProblems(weighed, content, null)),
      ...(required ? monthProblems('/requiredFrom', requiredFrom, weighed.earliest) : []),
      ...reasonProblems(reason),
    ]);
    await insertIndicator(weighed.tx, rowOf(content));
    return { action: 'add', before: null, content, retiredFrom: null, reason };
  });
}

/**
 * Changes an indicator: its words and from when it is required, anything else while nothing stands on it.
 * @throws Problem `stale-version`, `not-found`, `indicator-in-use`, `indicator-unchanged`, and what a new one is refused for
 */
export function changeIndicator(
  context: Context,
  code: string,
  { reason, ...said }: IndicatorIn,
): Promise<IndicatorHistory> {
  const content = { ...trimmed(said), code };
  return decide(context, { action: 'indicator.change', code, request: said }, async (weighed) => {
    const row = found(weighed, code);
    const before = contentOf(row);
    const changed = changedFields(before, content);
    const isUsed = (await listUsedIndicators(weighed.tx)).has(code) || dependents(weighed, code).length > 0;
    const asksAnew = content.required && changed.some((field) => field === 'required' || field === 'requiredFrom');
    refuse([
      ...(await contentProblems(weighed, content, code)),
      ...(isUsed ? usedProblems(before, content) : []),
      ...(asksAnew ? monthProblems('/requiredFrom', content.requiredFrom, weighed.earliest) : []),
      ...reasonProblems(reason),
    ]);
    if (changed.length === 0) throw new Problem('indicator-unchanged');
    await updateIndicator(weighed.tx, { ...rowOf(content), code });
    return { action: 'change', before, content, retiredFrom: row.retiredFrom, reason };
  });
}

const dependents = ({ indicators }: Weighed, code: string) => dependentsOf(code, indicators.map(presentIndicator));

/** @throws Problem `indicator-needed` */
function checkNotNeeded(weighed: Weighed, row: IndicatorRow): void {
  const names = dependents(weighed, row.code).map(({ short }) => short);
  if (names.length === 0) return;
  const of = (language: 'zh' | 'en', between: string) => names.map((name) => name[language]).join(between);
  throw new Problem('indicator-needed', {
    indicator: nameOf(row),
    dependents: { zh: of('zh', '、'), en: of('en', ', ') },
  });
}

/**
 * Asks for an indicator no more from a month on; what was reported of it stays, and is judged in the months before.
 * @throws Problem `stale-version`, `not-found`, `indicator-retired`, `indicator-needed`, `indicator-month-judged`, `reason-required`
 */
export function retireIndicator(
  context: Context,
  code: string,
  { reason, ...from }: YearMonth & { readonly reason: string },
): Promise<IndicatorHistory> {
  return decide(context, { action: 'indicator.retire', code, request: from }, async (weighed) => {
    const row = found(weighed, code);
    if (row.retiredFrom !== null) {
      throw new Problem('indicator-retired', { indicator: nameOf(row), from: row.retiredFrom });
    }
    checkNotNeeded(weighed, row);
    const retiredFrom = monthKey(from);
    refuse([...monthProblems('/month', retiredFrom, weighed.earliest), ...reasonProblems(reason)]);
    await updateIndicator(weighed.tx, { code, retiredFrom });
    const content = contentOf(row);
    return { action: 'retire', before: content, content, retiredFrom, reason };
  });
}

/**
 * Takes back an indicator that the office added by mistake and that nothing stands on.
 * @throws Problem `stale-version`, `not-found`, `indicator-not-withdrawable`, `indicator-needed`, `reason-required`
 */
export function withdrawIndicator(context: Context, code: string, reason: string): Promise<IndicatorHistory> {
  return decide(context, { action: 'indicator.withdraw', code, request: { reason } }, async (weighed) => {
    const row = found(weighed, code);
    const isOwn = weighed.decisions.some((one) => one.code === code && one.action === 'add');
    if (!isOwn || (await listUsedIndicators(weighed.tx)).has(code)) {
      throw new Problem('indicator-not-withdrawable', { indicator: nameOf(row) });
    }
    checkNotNeeded(weighed, row);
    refuse(reasonProblems(reason));
    await deleteIndicator(weighed.tx, code);
    const content = contentOf(row);
    return { action: 'withdraw', before: content, content, retiredFrom: row.retiredFrom, reason };
  });
}
