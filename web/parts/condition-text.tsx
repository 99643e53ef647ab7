import type { Condition } from '#api/measures/vocabulary.ts';
import { measureText } from '../text/measure-text.ts';
import { useText } from '../text/messages/use-text.ts';

interface ConditionTextProps {
  readonly condition: Condition;
}

/** A rule's condition in words; a tree becomes a nested list. */
export function ConditionText({ condition }: ConditionTextProps) {
  const { t, language } = useText();
  if ('measure' in condition) {
    const { measure, operator, number } = condition;
    return t('rules.leaf', {
      measure: t(`rules.measures.${measure}`),
      operator: t(`rules.operators.${operator}`),
      number: measureText(measure, number, language),
    });
  }
  const parts = 'all' in condition ? condition.all : condition.any;
  return (
    <>
      {t('all' in condition ? 'rules.all' : 'rules.any')}
      <ul>
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <ConditionText condition={part} />
          </li>
        ))}
      </ul>
    </>
  );
}
