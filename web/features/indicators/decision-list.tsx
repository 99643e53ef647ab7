import type { IndicatorDecision, IndicatorHistory } from '#api/indicator-changes/contract.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import { monthInWords } from './offered-months.ts';
import styles from './page.module.css';

/** What was decided about indicators, newest first; nothing of it is ever changed. */
export function DecisionList({ history: { decisions } }: { readonly history: IndicatorHistory }) {
  const words = useText();
  const { t } = words;
  return (
    <section>
      <h2>{t('indicatorPage.decisions')}</h2>
      {decisions.length === 0 ? (
        <p className={styles.hint}>{t('indicatorPage.noDecisions')}</p>
      ) : (
        <table ref={cardLabels} className={`${table.table} ${styles.list}`}>
          <thead>
            <tr>
              {(['at', 'what', 'changed', 'author', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`indicatorPage.decisionColumns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decisions.map((decision) => (
              <tr key={`${decision.code} ${decision.number}`}>
                <th scope="row">{formatInstant(decision.at)}</th>
                <td>{decisionWords(words, decision)}</td>
                <td>{decision.action === 'change' ? changedWords(words, decision) : '--'}</td>
                <td>{decision.author}</td>
                <td>{decision.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function decisionWords({ t, language }: Words, { action, name, retiredFrom }: IndicatorDecision): string {
  const of = name[language];
  return action === 'retire'
    ? t('indicatorPage.decided.retire', {
        name: of,
        month: retiredFrom === null ? '' : monthInWords(retiredFrom, language),
      })
    : t(`indicatorPage.decided.${action}`, { name: of });
}

const changedWords = ({ t, language }: Words, { changed }: IndicatorDecision): string =>
  changed.map((field) => t(`indicatorPage.changed.${field}`)).join(language === 'zh' ? '、' : ', ');
