import type { SubmissionVersion } from '#api/submissions/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './said.module.css';

interface SaidProps {
  readonly of: Pick<SubmissionVersion, 'kind' | 'cause' | 'remedies' | 'note' | 'words'>;
  /** Those of which there may be words. */
  readonly indicators: readonly Indicator[];
}

/** What was written beside the figures, and on single ones; a correction's note begins with its reason. */
export function Said({ of, indicators }: SaidProps) {
  const { t, language } = useText();
  const words = indicators.flatMap(({ code, short }) => {
    const word = of.words[code];
    return word === undefined ? [] : [{ code, word, name: t('answers.of', { indicator: short[language] }) }];
  });
  const fields = (['cause', 'remedies', 'note'] as const).filter((field) => of[field].trim() !== '');
  if (fields.length === 0 && words.length === 0) return null;
  return (
    <dl className={styles.said}>
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`answers.said.${field === 'note' && of.kind === 'correction' ? 'reason' : field}`)}</dt>
          <dd>{of[field]}</dd>
        </div>
      ))}
      {words.map(({ code, word, name }) => (
        <div key={code}>
          <dt>{name}</dt>
          <dd>{word}</dd>
        </div>
      ))}
    </dl>
  );
}
