import { Button, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { stateToInterview } from '#api/interviews/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import { call } from '../../api/call.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useRegions } from '../../api/reference.ts';
import { Failure } from './failure.tsx';
import { fieldsOf } from './fields.ts';
import { useChange } from './use-change.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './interview.module.css';

type Area = Interview['areas'][number];

/** Which bureau has signed for the notice, when and by whom, and what it stated. */
export function MeetingAreas({ interview }: { readonly interview: Interview }) {
  const { t, language } = useText();
  const regions = useRegions();
  const titleOf = useTitleOf();
  const signature = ({ acknowledged }: Area): string =>
    acknowledged === null
      ? t('meetings.notAcknowledged')
      : t('meetings.acknowledgedBy', {
          at: formatInstant(acknowledged.at),
          person: titleOf(acknowledged.person),
        });
  return (
    <>
      <table ref={cardLabels} className={styles.areas}>
        <caption>{t('meetings.areas')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meetings.region')}</th>
            <th scope="col">{t('meetings.acknowledged')}</th>
            <th scope="col">{t('meetings.statement')}</th>
          </tr>
        </thead>
        <tbody>
          {interview.areas.map((area) => (
            <tr key={area.region}>
              <th scope="row">{regions.get(area.region)?.short[language] ?? area.region}</th>
              <td>{signature(area)}</td>
              <td>{area.statement === '' ? t('meetings.none') : area.statement}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {interview.can.state &&
        interview.areas
          .filter(({ statement }) => statement === '')
          .map((area) => <StatementForm key={area.region} interview={interview} region={area.region} />)}
    </>
  );
}

function StatementForm({ interview, region }: { readonly interview: Interview; readonly region: string }) {
  const { t, language } = useText();
  const city = useRegions().get(region)?.short[language] ?? region;
  const change = useChange((statement: string, idempotencyKey) =>
    call(stateToInterview, {
      params: { interview: interview.id, region },
      body: { statement },
      version: interview.version,
      idempotencyKey,
    }),
  );
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.run(fieldsOf(event.currentTarget).get('statement') ?? '');
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Failure error={change.error} />
      <Textarea name="statement" label={t('meetings.statementOf', { city })} rows={2} maxLength={4000} />
      <div>
        <Button type="submit" variant="default" loading={change.pending}>
          {t('meetings.saveStatement')}
        </Button>
      </div>
    </form>
  );
}
