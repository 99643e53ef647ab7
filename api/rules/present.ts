import type { RuleRow } from '#db/rules.ts';
import type { RuleDetail } from './contract.ts';

/** A rule with its conditions as data. */
export function presentRule(rule: RuleRow): RuleDetail {
  return {
    id: rule.id,
    version: rule.version,
    name: { zh: rule.nameZh, en: rule.nameEn },
    conditions: rule.conditions,
    source: { zh: rule.source, en: rule.sourceEn ?? rule.source },
    effectiveYear: rule.effectiveYear,
    effectiveMonth: rule.effectiveMonth,
    author: rule.authoredAs.name,
    authoredAt: rule.createdAt,
    reason: rule.reason,
  };
}
