import { getRouteApi, Link } from '@tanstack/react-router';
import type { RuleDetail } from '#api/rules/contract.ts';
import { RuleWords } from '../../parts/rule-panel.tsx';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import styles from './page.module.css';

interface RuleListProps {
  readonly rules: readonly RuleDetail[];
  readonly current: RuleDetail;
}

const route = getRouteApi('/rules');
const placeOf = ({ id, version }: RuleDetail): string => `${id}-${version}`;

/** Every rule that was ever put in force, the newest first, each with its conditions one click away. */
export function RuleList({ rules, current }: RuleListProps) {
  const { t } = useText();
  const { open } = route.useSearch();
  const opened = rules.find((rule) => placeOf(rule) === open);
  return (
    <section>
      <h2>{t('rulePage.list')}</h2>
      <table ref={cardLabels} className={`${table.table} ${styles.list}`}>
        <thead>
          <tr>
            {(['since', 'rule', 'source', 'author', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rulePage.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <Row
              key={placeOf(rule)}
              rule={rule}
              state={rule === current ? 'current' : index < rules.indexOf(current) ? 'coming' : null}
              isOpen={rule === opened}
            />
          ))}
        </tbody>
      </table>
      {opened && <RuleWords rule={opened} />}
    </section>
  );
}

interface RowProps {
  readonly rule: RuleDetail;
  readonly state: 'current' | 'coming' | null;
  readonly isOpen: boolean;
}

function Row({ rule, state, isOpen }: RowProps) {
  const { t, language } = useText();
  const version = t('rulePage.version', { name: rule.name[language], version: rule.version });
  return (
    <tr>
      <th scope="row">
        {formatMonth(rule.effectiveYear, rule.effectiveMonth, language)}{' '}
        {state !== null && <strong>{t(`rulePage.${state}`)}</strong>}
      </th>
      <td>
        {version}{' '}
        <Link
          from="/rules"
          to="."
          className="screen-only"
          search={(before) => ({ ...before, open: isOpen ? undefined : placeOf(rule) })}
          resetScroll={false}
          aria-expanded={isOpen}
          aria-label={`${t(isOpen ? 'rules.hide' : 'rulePage.show')} ${version}`}
        >
          {t(isOpen ? 'rules.hide' : 'rulePage.show')}
        </Link>
      </td>
      <td>{rule.source[language]}</td>
      <td>{rule.reason === null ? t('rulePage.withProgram') : rule.author}</td>
      <td className={styles.words}>{rule.reason ?? '--'}</td>
    </tr>
  );
}
