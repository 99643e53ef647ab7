/** A flag's proof as plain text, to be pasted into a letter: rule and version, every number with its formula, every condition. Pure. */
import type { Indicator } from '#api/indicators/contract.ts';
import type { City, IndicatorDetail } from '#api/standings/contract.ts';
import { formatDay, formatMonth, unitOf } from '../../text/format.ts';
import { comparedTexts } from '../../text/measure-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { isHeld, structureText } from '../../parts/proof/condition-verdict.ts';
import { projectionRow } from '../../parts/proof/projection-row.ts';
import { proofRows, type ProofRow } from '../../parts/proof/proof-rows.ts';
import { wayOutLines } from './way-out-lines.ts';

interface ProofTextInput extends Words {
  readonly reply: City;
  readonly detail: IndicatorDetail;
  readonly indicator: Indicator;
  /** The city's name. */
  readonly city: string;
}

/** The whole proof, a line each; it says that no official threshold is published, and what is invented. */
export function proofText(input: ProofTextInput): string {
  const { reply, detail, indicator, city, ...words } = input;
  const { t, language } = words;
  const { rule } = reply;
  const { standing } = detail;
  const projection = projectionRow({ detail, indicator, period: reply, ...words });
  const rows = [...proofRows({ standing, indicator, ...words }), ...(projection === null ? [] : [projection])];
  const invented = [standing.provenance, standing.targetProvenance].some((one) => one?.origin === 'invented');
  return [
    t('proofText.title', {
      city,
      month: formatMonth(reply.year, reply.month, language),
      indicator: indicator.name[language],
      level: t(`levels.word.${standing.level}`),
    }),
    `${t('rules.line', { name: rule.name[language], version: rule.version })} · ${t('rules.noOfficial')}`,
    t('proofText.data', { unit: unitOf(indicator, language), day: formatDay(standing.asOf) }),
    ...rows.map((row) => rowText(row, words)),
    ...conditionTexts(input),
    ...wayOutLines(standing, indicator, words).map(({ text }) => text),
    ...(invented ? [t('everywhere.inventedNote')] : []),
  ].join('\n');
}

/** `完成率 = 58.00% = 348.00 ÷ 600.00`, and what is said besides in brackets. */
function rowText({ label, value, formula, how }: ProofRow, { t }: Words): string {
  const reckoned = formula === '' ? `${label}: ${value}` : `${label}: ${value} = ${formula}`;
  return how === '' ? reckoned : t('proofText.besides', { line: reckoned, how });
}

function conditionTexts({ reply: { rule }, detail: { standing }, indicator, t, language }: ProofTextInput): string[] {
  return (['behind', 'watch'] as const).flatMap((level) => {
    const reasons = standing.reasons.filter((reason) => reason.level === level);
    if (reasons.length === 0) return [];
    const condition = rule.conditions[indicator.kind][level];
    const held = (isTrue: boolean): string => t(isTrue ? 'city.conditions.yes' : 'city.conditions.no');
    return [
      t('city.conditions.verdict', {
        level: t(`rules.${level}`),
        structure: structureText(condition, { t }),
        held: held(isHeld(condition, reasons)),
      }),
      ...reasons.map((reason) => {
        const { value, number } = comparedTexts(reason.measure, reason, language);
        const leaf = t('rules.leaf', {
          measure: t(`rules.measures.${reason.measure}`),
          operator: t(`rules.operators.${reason.operator}`),
          number,
        });
        const verdict = reason.value === null ? t('city.conditions.unknown') : held(reason.held);
        return `  ${leaf}: ${value} → ${verdict}`;
      }),
    ];
  });
}
