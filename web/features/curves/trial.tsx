import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { tryCurve, type CurveTrial, type CurveTrialIn } from '#api/curve-changes/contract.ts';
import { compareMonths, type YearMonth } from '#api/measures/calendar.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatMonth, formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { keyOf } from './months.ts';
import styles from './page.module.css';

const route = getRouteApi('/curves');

interface TrialProps {
  readonly asked: CurveTrialIn;
  /** Those that have an accepted figure, the newest first. */
  readonly months: readonly YearMonth[];
}

/** Whose level of a month the chosen curve would change; asked for by hand, nothing is changed. The address keeps the month. */
export function Trial({ asked, months }: TrialProps) {
  const { t } = useText();
  const { trial: written } = route.useSearch();
  const at = months.find((one) => keyOf(one) === written) ?? months[0];
  const trial = useMutation({ mutationFn: () => call(tryCurve, { body: { ...asked, at } }) });
  // One that was asked for before another month was chosen says nothing of that.
  const result = trial.data !== undefined && isOf(trial.data, at) ? trial.data : null;
  return (
    <div className={styles.part}>
      {at !== undefined && <MonthSelect months={months} at={at} />}
      <div>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t('curves.tryIt')}
        </Button>
      </div>
      {trial.error && <ProblemView problem={problemOf(trial.error)} />}
      {result && <Result trial={result} />}
    </div>
  );
}

const isOf = ({ month }: CurveTrial, at: YearMonth | undefined): boolean =>
  month === null || at === undefined ? month === null : compareMonths(month, at) === 0;

function MonthSelect({ months, at }: { readonly months: readonly YearMonth[]; readonly at: YearMonth }) {
  const { t, language } = useText();
  const navigate = route.useNavigate();
  const choose = (trial: string): void => {
    void navigate({ to: '.', search: (before) => ({ ...before, trial }), replace: true, resetScroll: false });
  };
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('curves.trialMonth')}
        value={keyOf(at)}
        data={months.map((one) => ({ value: keyOf(one), label: formatMonth(one.year, one.month, language) }))}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
    </div>
  );
}

function Result({ trial: { month: at, cities } }: { readonly trial: CurveTrial }) {
  const { t, language } = useText();
  const regions = useRegions();
  if (at === null) return <p role="status">{t('curves.trialNone')}</p>;
  const month = formatMonth(at.year, at.month, language);
  const changed = cities.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return <p role="status">{t('curves.trialSame', { month })}</p>;
  return (
    <>
      <p role="status">{t('curves.trialChanged', { month, count: changed.length })}</p>
      <table ref={cardLabels} className={styles.list}>
        <caption className="visually-hidden">{t('curves.trialCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('curves.trialCity')}</th>
            <th scope="col">{t('curves.trialBefore')}</th>
            <th scope="col">{t('curves.trialAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ region, before, after, paceBefore, paceAfter }) => (
            <tr key={region}>
              <th scope="row">{regions.get(region)?.short[language] ?? region}</th>
              <td>
                <LevelMark level={before} withWord /> {formatPercent(paceBefore)}
              </td>
              <td>
                <LevelMark level={after} withWord /> {formatPercent(paceAfter)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
