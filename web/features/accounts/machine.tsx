import { useQuery } from '@tanstack/react-query';
import { ready, type Readiness } from '#api/health/contract.ts';
import { query } from '../../api/queries.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';

/** What an administrator should know of the machine; nothing where all is well. */
export function Machine() {
  // Where the office is not ready at all, the sections beside this one say why.
  const { data } = useQuery(query(ready, {}));
  return data === undefined ? null : <MachineNotices state={data} />;
}

/** A clock that was set, backups that are too old, jobs that fail again and again. */
export function MachineNotices({ state }: { readonly state: Readiness }) {
  const { t } = useText();
  const { clockStep, lateBackup, failingJobs } = state;
  const notices = [
    clockStep && t('accounts.machine.clockStep', { at: formatInstant(clockStep.at), seconds: clockStep.bySeconds }),
    lateBackup && t('accounts.machine.lateBackup', { at: formatInstant(lateBackup.goodAt) }),
    failingJobs.length > 0 && t('accounts.machine.failingJobs', { names: failingJobs.join(', ') }),
  ].filter((notice) => typeof notice === 'string');
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('accounts.machine.title')}>
      <h2>{t('accounts.machine.title')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}
