import { insertRule, type RuleRow } from '#db/rules.ts';
import { listAcceptedMonths } from '#db/submissions.ts';
import { runCommand } from '../command.ts';
import { problemOf } from '../figures/read-figures.ts';
import type { Context } from '../http/context.ts';
import { Problem, type ProblemPointer } from '../http/problem.ts';
import { isReason } from '../http/reason.ts';
import { compareMonths, type YearMonth } from '../measures/calendar.ts';
import { readRules } from './checked.ts';
import { conditionPointers } from './condition-pointers.ts';
import type { RuleDetail, RuleIn } from './contract.ts';
import { earliestRuleMonth } from './lifecycle.ts';
import { presentRule } from './present.ts';

/** The rules, newest first. */
export async function listRules(context: Context): Promise<RuleDetail[]> {
  return (await readRules(context.database.reader)).map(presentRule);
}

/**
 * Puts a rule in force from a month on. Every month before keeps the rule that it was judged by, and so does every month
 * that has an accepted figure.
 * @throws Problem `stale-version`, `rule-condition`, `rule-month-judged`, `field-missing`, `reason-required`
 */
export function putRuleInForce(context: Context, rule: RuleIn): Promise<RuleDetail> {
  const object = `${rule.id} ${rule.effectiveYear}-${rule.effectiveMonth}`;
  const command = { action: 'rule.put-in-force', object, request: rule, changesStandings: true } as const;
  return runCommand(context, command, async (tx) => {
    const rules = await readRules(tx);
    if (context.basedOn === null) throw new Problem('version-required');
    if (context.basedOn !== rules.length) throw new Problem('stale-version', {}, { current: rules.map(presentRule) });
    const problem = problemOf([
      ...conditionPointers(rule.conditions),
      ...textPointers(rule),
      ...monthPointers(rule, await listAcceptedMonths(tx)),
    ]);
    if (problem !== null) throw problem;
    const added = newRule(context, rule, rules);
    await insertRule(tx, added);
    const { id, version, effectiveYear, effectiveMonth, reason, conditions } = added;
    return {
      reply: presentRule(added),
      detail: { id, version, effectiveYear, effectiveMonth, reason, conditions },
    };
  });
}

function newRule(context: Context, rule: RuleIn, rules: readonly RuleRow[]): RuleRow {
  const version = 1 + Math.max(0, ...rules.filter(({ id }) => id === rule.id).map((one) => one.version));
  return {
    id: rule.id,
    version,
    nameZh: rule.name.zh.trim(),
    nameEn: rule.name.en.trim(),
    conditions: rule.conditions,
    source: rule.source.zh.trim(),
    sourceEn: rule.source.en.trim(),
    reason: rule.reason.trim(),
    author: context.actor.id,
    authoredAs: context.actor.author,
    effectiveYear: rule.effectiveYear,
    effectiveMonth: rule.effectiveMonth,
    createdAt: context.clock.now().toISOString(),
  };
}

function textPointers({ name, source, reason }: RuleIn): readonly ProblemPointer[] {
  const texts = { '/name/zh': name.zh, '/name/en': name.en, '/source/zh': source.zh, '/source/en': source.en };
  const missing = Object.entries(texts).filter(([, text]) => text.trim() === '');
  return [
    ...missing.map(([pointer]) => ({ pointer, code: 'field-missing', values: { field: pointer.slice(1) } }) as const),
    ...(isReason(reason) ? [] : [{ pointer: '/reason', code: 'reason-required', values: {} } as const]),
  ];
}

function monthPointers(
  { effectiveYear, effectiveMonth }: RuleIn,
  accepted: readonly YearMonth[],
): readonly ProblemPointer[] {
  const earliest = earliestRuleMonth(accepted);
  const isJudged = earliest !== null && compareMonths({ year: effectiveYear, month: effectiveMonth }, earliest) < 0;
  return isJudged
    ? [
        {
          pointer: '/effectiveMonth',
          code: 'rule-month-judged',
          values: { year: earliest.year, month: earliest.month },
        },
      ]
    : [];
}
