import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listOwing, remind, type Owing, type OwingCity } from '#api/reminders/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { refresh } from '../../api/query-client.ts';
import { useRegions } from '../../api/reference.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { formatInstant, formatList, formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './remind.module.css';

interface RemindProps {
  readonly year: number;
  readonly month: number;
}

/** 催报: reminds at once all bureaus that owe a month, and says who was reminded last, when and by whom. */
export function Remind({ year, month }: RemindProps) {
  const { t, language } = useText();
  const namesOf = useNames();
  const { data } = useQuery(query(listOwing, { params: { year, month } }));
  const sending = useRemind({ year, month });
  if (data === undefined || data.owing.length === 0) return null;
  const next = data.owing.filter(({ can }) => can.remind).map(({ region }) => region);
  const reminded = sending.data?.reminded ?? [];
  return (
    <div className={styles.remind}>
      {sending.error !== null && <ProblemView problem={problemOf(sending.error)} />}
      {next.length > 0 && (
        <Button
          variant="default"
          loading={sending.isPending}
          onClick={() => sending.mutate()}
          aria-label={t('review.remind.of', {
            n: next.length,
            month: formatMonth(year, month, language),
            names: namesOf(next),
          })}
        >
          {t('review.remind.button', { n: next.length })}
        </Button>
      )}
      <output>{reminded.length > 0 && t('review.remind.done', { names: namesOf(reminded) })}</output>
      <Earlier owing={data.owing} />
    </div>
  );
}

/** Who was reminded when, a line for each time, and whom nothing reaches. */
function Earlier({ owing }: Pick<Owing, 'owing'>) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const namesOf = useNames();
  const times = Map.groupBy(owing, ({ last }) => (last === null ? '' : `${last.at} ${last.by}`));
  const unreached = owing.filter(({ people }) => people === 0).map(({ region }) => region);
  return (
    <>
      {[...times].map(([time, cities]) => {
        const last = cities[0]?.last ?? null;
        if (last === null) return null;
        const words = { at: formatInstant(last.at), person: titleOf(last.by), names: namesOf(cities.map(regionOf)) };
        return <p key={time}>{t('review.remind.last', words)}</p>;
      })}
      {unreached.length > 0 && <p>{t('review.remind.nobody', { names: namesOf(unreached) })}</p>}
    </>
  );
}

const regionOf = ({ region }: OwingCity): string => region;

function useNames(): (codes: readonly string[]) => string {
  const { language } = useText();
  const regions = useRegions();
  return (codes) =>
    formatList(
      codes.map((code) => regions.get(code)?.short[language] ?? code),
      language,
    );
}

function useRemind({ year, month }: RemindProps) {
  const client = useQueryClient();
  const { key, settle } = useIdempotencyKey();
  return useMutation({
    mutationFn: () => call(remind, { params: { year, month }, body: {}, idempotencyKey: key }),
    onSettled: (reply, error) => {
      settle(reply, error);
      void refresh(client);
    },
  });
}
