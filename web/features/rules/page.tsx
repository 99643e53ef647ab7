import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayParts } from '#api/measures/calendar.ts';
import { listRules } from '#api/rules/contract.ts';
import type { RuleDetail } from '#api/rules/contract.ts';
import { ruleAt } from '#api/rules/lifecycle.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Composer } from './composer.tsx';
import { RuleList } from './rule-list.tsx';
import styles from './page.module.css';

/** The rules: which judges now and which before, and for officials trying another one and putting it in force. */
export function Page() {
  const { t } = useText();
  const result = useQuery(query(listRules, {}));
  return (
    <>
      {result.data === undefined && <PageHead title={t('rulePage.title')} />}
      <Loaded result={result}>{(rules) => <Rules rules={rules} />}</Loaded>
    </>
  );
}

function Rules({ rules }: { readonly rules: readonly RuleDetail[] }) {
  const { t, language } = useText();
  const { today, person } = useSession();
  const { year, month } = dayParts(today);
  const current = ruleAt({ rules, year }, month);
  const said = (key: 'rulePage.sentence' | 'rulePage.planned', rule: RuleDetail): string =>
    t(key, {
      month: formatMonth(rule.effectiveYear, rule.effectiveMonth, language),
      name: rule.name[language],
      version: rule.version,
    });
  const coming = rules.slice(0, rules.indexOf(current)).toReversed();
  const sentence = [said('rulePage.sentence', current), ...coming.map((rule) => said('rulePage.planned', rule))];
  return (
    <>
      <PageHead title={t('rulePage.title')} sentence={sentence.join(' ')} />
      <div className={styles.page}>
        <p className={styles.hint}>
          {t('rules.noOfficial')} <Link to="/indicators">{t('indicatorPage.title')}</Link>{' '}
          <Link to="/curves">{t('curves.title')}</Link>
        </p>
        <RuleList rules={rules} current={current} />
        {person.role === 'official' && <Composer rules={rules} />}
      </div>
    </>
  );
}
