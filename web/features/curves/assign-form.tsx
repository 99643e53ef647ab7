import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { assignCurve, type AssignmentIn, type CurveList, type CurveTrialIn } from '#api/curve-changes/contract.ts';
import { dayParts, type YearMonth } from '#api/measures/calendar.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIndicators } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { keyOf, offeredMonths } from './months.ts';
import { Trial } from './trial.tsx';
import { useCurveName } from './use-curve-name.ts';
import styles from './page.module.css';

interface Chosen {
  readonly indicator: string;
  /** `code version`. */
  readonly curve: string;
  readonly month: string;
}

/** Puts a curve in force for an indicator from a month on, after a look at who would change. */
export function AssignForm({ list }: { readonly list: CurveList }) {
  const [chosen, choose] = useState<Chosen>({ indicator: '', curve: '', month: '' });
  const { indicator, curve, month, months } = useChoice(list, chosen);
  if (indicator === undefined || curve === undefined || month === undefined) return null;
  const asked = { indicator: indicator.code, curve: curve.code, version: curve.version };
  const value = { indicator: indicator.code, curve: `${curve.code} ${curve.version}`, month: keyOf(month) };
  return (
    <Sending list={list} asked={asked} month={month}>
      <Choices list={list} value={value} months={months} onChoose={choose} />
      <Trial key={`${value.indicator} ${value.curve}`} asked={asked} months={list.judged} />
    </Sending>
  );
}

/** What was chosen, else what is most likely: the first indicator and month, and the newest curve of the office's own. */
function useChoice(list: CurveList, chosen: Chosen) {
  const { today } = useSession();
  const months = offeredMonths(list.earliest, dayParts(today).year);
  const indicators = [...useIndicators().values()].filter(({ retiredFrom }) => retiredFrom === null);
  const indicator = indicators.find(({ code }) => code === chosen.indicator) ?? indicators[0];
  const curve =
    list.curves.find(({ code, version }) => `${code} ${version}` === chosen.curve) ??
    list.curves.find(({ version }) => version > 0) ??
    list.curves[0];
  const month = months.find((one) => keyOf(one) === chosen.month) ?? months[0];
  return { indicator, curve, month, months };
}

interface SendingProps {
  readonly list: CurveList;
  readonly asked: CurveTrialIn;
  readonly month: YearMonth;
  /** What is chosen, above the reason. */
  readonly children: ReactNode;
}

function Sending({ list, asked, month, children }: SendingProps) {
  const { t } = useText();
  const reason = useKeptText(`xushi.curve-assign.${useSession().person.name}`);
  const assign = useCommand(async (body: AssignmentIn, idempotencyKey) => {
    const reply = await call(assignCurve, { body, version: list.version, idempotencyKey });
    reason.forget();
    return reply.assignments.find((one) => one.indicator === body.indicator);
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    assign.mutate({ ...asked, effectiveYear: month.year, effectiveMonth: month.month, reason: reason.value });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('curves.assign')}>
      <h2>{t('curves.assign')}</h2>
      <p className={styles.hint}>{t('curves.assignHint')}</p>
      {children}
      <Textarea
        label={t('curves.reason')}
        autosize
        minRows={2}
        value={reason.value}
        onChange={({ currentTarget }) => reason.write(currentTarget.value)}
      />
      {assign.error && <ProblemView problem={problemOf(assign.error)} />}
      {assign.data && <Done assignment={assign.data} />}
      <div>
        <Button type="submit" loading={assign.isPending}>
          {t('curves.put')}
        </Button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly list: CurveList;
  readonly value: Chosen;
  readonly months: ReturnType<typeof offeredMonths>;
  readonly onChoose: (chosen: Chosen) => void;
}

function Choices({ list, value, months, onChoose }: ChoicesProps) {
  const { t, language } = useText();
  const nameOf = useCurveName();
  const indicators = [...useIndicators().values()].filter(({ retiredFrom }) => retiredFrom === null);
  const data = {
    indicator: indicators.map(({ code, name }) => ({ value: code, label: name[language] })),
    curve: list.curves.map((curve) => ({ value: `${curve.code} ${curve.version}`, label: nameOf(curve) })),
    month: months.map((one) => ({ value: keyOf(one), label: formatMonth(one.year, one.month, language) })),
  };
  const labels = { indicator: t('curves.indicator'), curve: t('curves.curve'), month: t('curves.since') };
  return (
    <div className={styles.fields}>
      {(['indicator', 'curve', 'month'] as const).map((name) => (
        <NativeSelect
          key={name}
          label={labels[name]}
          value={value[name]}
          data={data[name]}
          onChange={({ currentTarget }) => onChoose({ ...value, [name]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

function Done({ assignment }: { readonly assignment: CurveList['assignments'][number] }) {
  const { t, language } = useText();
  const nameOf = useCurveName();
  const { indicator: code, effectiveYear, effectiveMonth } = assignment;
  const indicator = useIndicators().get(code)?.short[language] ?? code;
  const month = formatMonth(effectiveYear, effectiveMonth, language);
  return <p role="status">{t('curves.putDone', { month, indicator, curve: nameOf(assignment) })}</p>;
}
