import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { compareMonths, dayParts, type YearMonth } from '#api/measures/calendar.ts';
import type { Rule } from '#api/measures/vocabulary.ts';
import { replayRule, type RuleReplayIn } from '#api/replays/contract.ts';
import { overview } from '#api/standings/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { MonthChoice } from './month-choice.tsx';
import { keyOf } from './month-key.ts';
import { TrialResult } from './trial-result.tsx';
import styles from './page.module.css';

type Conditions = Rule['conditions'];

/** Months that have an accepted figure, the oldest first. */
export function useAcceptedMonths(): readonly YearMonth[] {
  const { year, month } = dayParts(useSession().today);
  const { data } = useQuery(query(overview, { query: { year, month } }));
  return (data?.months ?? []).toSorted(compareMonths);
}

/** Tries the conditions on months that are over: how many cities would have had each level, and whose would have changed. */
export function Trial({ conditions }: { readonly conditions: Conditions }) {
  const { t } = useText();
  const months = useAcceptedMonths();
  const [chosen, choose] = useState<{ readonly from?: string; readonly to?: string }>({});
  const to = months.find((month) => keyOf(month) === chosen.to) ?? months.at(-1);
  const from = months.find((month) => keyOf(month) === chosen.from) ?? months.find(({ year }) => year === to?.year);
  const trial = useMutation({ mutationFn: (body: RuleReplayIn) => call(replayRule, { body }) });
  if (from === undefined || to === undefined) return null;
  const asked = trial.variables?.conditions;
  const isStale = asked !== undefined && JSON.stringify(asked) !== JSON.stringify(conditions);
  return (
    <section className={styles.trial}>
      <h3>{t('rulePage.trial')}</h3>
      <div className={styles.row}>
        <MonthChoice
          label={t('rulePage.from')}
          months={months}
          value={from}
          onChoose={(value) => choose({ ...chosen, from: value })}
        />
        <MonthChoice
          label={t('rulePage.to')}
          months={months}
          value={to}
          onChoose={(value) => choose({ ...chosen, to: value })}
        />
        <Button size="xs" loading={trial.isPending} onClick={() => trial.mutate({ conditions, from, to })}>
          {t('rulePage.run')}
        </Button>
      </div>
      {trial.error && <ProblemView problem={problemOf(trial.error)} />}
      {trial.data && isStale && <p role="status">{t('rulePage.stale')}</p>}
      {trial.data && !isStale && <TrialResult replay={trial.data} />}
    </section>
  );
}
