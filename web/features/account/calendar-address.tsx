import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import {
  getCalendarAddress,
  renewCalendarAddress,
  revokeCalendarAddress,
  subscribedCalendar,
} from '#api/calendar/contract.ts';
import { call } from '../../api/call.ts';
import { fileAddress } from '../../api/files.ts';
import { problemOf } from '../../api/local-problem.ts';
import { query } from '../../api/queries.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

/** The address from which a calendar program reads one's days by itself; shown once, ended here. */
export function CalendarAddress() {
  const { t } = useText();
  const result = useQuery(query(getCalendarAddress, {}));
  return (
    <section>
      <h2>{t('account.calendar.title')}</h2>
      <p className={styles.hint}>{t('account.calendar.hint')}</p>
      <Loaded result={result}>{({ createdAt }) => <AddressForm createdAt={createdAt} />}</Loaded>
    </section>
  );
}

function AddressForm({ createdAt }: { readonly createdAt: string | null }) {
  const { t } = useText();
  const revoke = useMutation({ mutationFn: () => call(revokeCalendarAddress, {}) });
  const renew = useMutation({ mutationFn: () => call(renewCalendarAddress, { body: {} }), onSuccess: revoke.reset });
  const error = renew.error ?? revoke.error;
  const since =
    createdAt === null ? t('account.calendar.none') : t('account.calendar.since', { at: formatInstant(createdAt) });
  return (
    <div className={styles.calendar}>
      <p>{since}</p>
      {error !== null && <ProblemView problem={problemOf(error)} />}
      {renew.data && createdAt !== null && <NewAddress secret={renew.data.secret} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t(createdAt === null ? 'account.calendar.make' : 'account.calendar.renew')}
        </Button>
        {createdAt !== null && (
          <Button
            variant="default"
            loading={revoke.isPending}
            onClick={() => revoke.mutate(undefined, { onSuccess: renew.reset })}
          >
            {t('account.calendar.revoke')}
          </Button>
        )}
      </div>
      {revoke.isSuccess && <output>{t('account.calendar.revoked')}</output>}
    </div>
  );
}

function NewAddress({ secret }: { readonly secret: string }) {
  const { t, language } = useText();
  return (
    <TextInput
      readOnly
      label={t('account.calendar.address')}
      description={t('account.calendar.once')}
      value={location.origin + fileAddress(subscribedCalendar, { params: { secret }, query: { language } })}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
