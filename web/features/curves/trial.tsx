import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { tryCurve, type CurveTrial, type CurveTrialIn } from '#api/curve-changes/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatMonth, formatPercent } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

/** Whose level of the newest month the chosen curve would change; asked for by hand, nothing is changed. */
export function Trial({ asked }: { readonly asked: CurveTrialIn }) {
  const { t } = useText();
  const trial = useMutation({ mutationFn: () => call(tryCurve, { body: asked }) });
  return (
    <div className={styles.part}>
      <div>
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
          {t('curves.tryIt')}
        </Button>
      </div>
      {trial.error && <ProblemView problem={problemOf(trial.error)} />}
      {trial.data && <Result trial={trial.data} />}
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
