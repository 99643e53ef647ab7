import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { retireIndicator, withdrawIndicator, type IndicatorHistory } from '#api/indicator-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { monthKey } from '#api/indicators/lifecycle.ts';
import type { Language } from '#api/http/problem.ts';
import type { YearMonth } from '#api/measures/calendar.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { offeredMonths } from './offered-months.ts';
import { useDecision } from './use-decision.ts';
import styles from './page.module.css';

interface EndFormProps {
  readonly act: 'retire' | 'withdraw';
  readonly indicator: Indicator;
  readonly history: IndicatorHistory;
}

/** Ends an indicator: from a month on, or as if it had never been where it was added by mistake. */
export function EndForm(props: EndFormProps) {
  const { act, indicator } = props;
  const { t, language } = useText();
  const { months, from, choose, reason, write, decision } = useEnding(props);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    decision.mutate(reason);
  };
  const title = t(`indicatorPage.actNamed.${act}`, { name: indicator.short[language] });
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.hint}>{t(`indicatorPage.${act}Hint`)}</p>
      {decision.error && <ProblemView problem={problemOf(decision.error)} />}
      {act === 'retire' && (
        <NativeSelect
          label={t('indicatorPage.fields.month')}
          value={monthKey(from)}
          data={months.map((month) => ({ value: monthKey(month), label: monthWords(month, language) }))}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
      )}
      <Textarea
        label={t('indicatorPage.fields.reason')}
        className={styles.whole}
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget: { value } }) => write(value)}
      />
      <div className={styles.whole}>
        <Button type="submit" loading={decision.isPending}>
          {t(`indicatorPage.act.${act}`)}
        </Button>
      </div>
    </form>
  );
}

const monthWords = ({ year, month }: YearMonth, language: Language): string => formatMonth(year, month, language);

/** The month and the reason while they are chosen, and sending them. */
function useEnding({ act, indicator: { code }, history }: EndFormProps) {
  const navigate = useNavigate({ from: '/indicators' });
  const months = offeredMonths(history.earliest);
  const [chosen, choose] = useState('');
  const from = months.find((month) => monthKey(month) === chosen) ?? months[0] ?? { year: 2020, month: 1 };
  const kept = useKeptText(`xushi.indicator-${act}.${useSession().person.name}.${code}`);
  const { decision, renew } = useDecision(
    (reason: string, idempotencyKey) => {
      const of = { params: { indicator: code }, version: history.decisions.length, idempotencyKey };
      return act === 'retire'
        ? call(retireIndicator, { ...of, body: { ...from, reason } })
        : call(withdrawIndicator, { ...of, body: { reason } });
    },
    () => {
      kept.forget();
      void navigate({ search: {}, resetScroll: false });
    },
  );
  const write = (text: string): void => {
    kept.write(text);
    renew();
  };
  return { months, from, choose, reason: kept.value, write, decision };
}
