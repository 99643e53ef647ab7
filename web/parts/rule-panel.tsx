import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listRules } from '#api/rules/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { kinds } from '#api/measures/vocabulary.ts';
import { query } from '../api/queries.ts';
import { formatMonth } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { ConditionText } from './condition-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import styles from './rule-line.module.css';

interface RulePanelProps {
  readonly id: string;
  readonly version: number;
}

/** One rule in words: its conditions for each kind of indicator, since when, and from whose practice. */
export function RulePanel({ id, version }: RulePanelProps) {
  const { t } = useText();
  const result = useQuery(query(listRules, {}));
  return (
    <Loaded result={result}>
      {(rules) => {
        const rule = rules.find((one) => one.id === id && one.version === version);
        return (
          rule !== undefined && (
            <>
              <RuleWords rule={rule} />
              <p className="screen-only">
                <Link to="/rules">{t('rules.page')}</Link>
              </p>
            </>
          )
        );
      }}
    </Loaded>
  );
}

/** A rule's conditions in words, with its source. */
export function RuleWords({ rule }: { readonly rule: RuleDetail }) {
  const { t, language } = useText();
  const since = formatMonth(rule.effectiveYear, rule.effectiveMonth, language);
  return (
    <div className={styles.panel}>
      <h2>{t('rules.title', { name: rule.name[language], version: rule.version, since })}</h2>
      <p>{t('rules.order')}</p>
      <ConditionsInWords conditions={rule.conditions} />
      <p className={styles.source}>{t('rules.source', { source: rule.source[language] })}</p>
    </div>
  );
}

/** The trees of every kind of indicator, `behind` before `watch`. */
export function ConditionsInWords({ conditions }: Pick<RuleDetail, 'conditions'>) {
  const { t } = useText();
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>{t(`rules.kinds.${kind}`)}</h3>
          <dl>
            {(['behind', 'watch'] as const).map((level) => (
              <div key={level}>
                <dt>{t(`rules.${level}`)}</dt>
                <dd>
                  <ConditionText condition={conditions[kind][level]} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
