import { Link, useSearch } from '@tanstack/react-router';
import type { Bilingual } from '#api/http/shapes.ts';
import { useText } from '../text/messages/use-text.ts';
import type { PeriodRoute } from './period.ts';
import { RulePanel } from './rule-panel.tsx';
import styles from './rule-line.module.css';

interface RuleLineProps {
  readonly from: PeriodRoute;
  readonly rule: { readonly id: string; readonly version: number; readonly name: Bilingual };
}

/** The rule that a page's levels were judged by, with its conditions one click away (`open=rule` in the address). */
export function RuleLine({ from, rule }: RuleLineProps) {
  const { t, language } = useText();
  const { open } = useSearch({ from });
  const isOpen = open === 'rule';
  return (
    <section className={styles.rule}>
      <p>
        {t('rules.line', { name: rule.name[language], version: rule.version })} · {t('rules.noOfficial')}{' '}
        <Link
          from={from}
          to="."
          className="screen-only"
          search={(before) => ({ ...before, open: isOpen ? undefined : 'rule' })}
          resetScroll={false}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'rules.hide' : 'rules.show')}
        </Link>
      </p>
      {isOpen && <RulePanel id={rule.id} version={rule.version} />}
    </section>
  );
}
