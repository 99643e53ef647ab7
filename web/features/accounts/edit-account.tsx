import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { editAccount } from '#api/accounts/contract.ts';
import type { Account } from '#api/accounts/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { Duties, dutiesOf } from './duties.tsx';
import type { TypedDuties } from './duties.tsx';
import styles from './page.module.css';

interface EditAccountProps {
  readonly account: Account;
  readonly onClose: () => void;
}

const typedOf = ({ title, role, region }: Account): TypedDuties => ({
  titleZh: title.zh,
  titleEn: title.en,
  role,
  region: region ?? '',
});

/** Edits title, role and region. Where somebody else did so meanwhile, their values stand beside what was typed. */
export function EditAccount({ account: opened, onClose }: EditAccountProps) {
  const { t } = useText();
  const { person } = useSession();
  const form = useId();
  const { name } = opened;
  const { typed, setTyped, current, save } = useEdit(opened, onClose);
  const isDifferent = JSON.stringify(typedOf(opened)) !== JSON.stringify(typedOf(current));
  return (
    <ConfirmDialog
      title={t('accounts.editNamed', { name })}
      action={t('accounts.saveEdit')}
      busy={save.isPending}
      form={form}
      onConfirm={() => save.mutate()}
      onCancel={onClose}
    >
      {save.isError && <ProblemView problem={problemOf(save.error)} />}
      {isDifferent && <Theirs opened={opened} current={current} />}
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Duties
          typed={typed}
          onType={(duties) => setTyped({ ...typed, ...duties })}
          isRoleFixed={name === person.name}
        />
      </form>
      <p className={styles.hint}>{t('accounts.editHint')}</p>
    </ConfirmDialog>
  );
}

/** What is typed, and its saving under the version that is known: after a refusal, that of whoever came before. */
function useEdit(opened: Account, onSaved: () => void) {
  const [typed, setTyped] = useState(() => typedOf(opened));
  const [current, setCurrent] = useState(opened);
  const save = useMutation({
    mutationFn: () => call(editAccount, { params: { id: opened.id }, body: dutiesOf(typed), version: current.version }),
    onSuccess: onSaved,
    onError: (error) => {
      const problem = problemOf(error);
      // The reply's own shape, which the server puts into this problem.
      if (problem.code === 'stale-version') setCurrent(problem.current as Account);
    },
  });
  return { typed, setTyped, current, save };
}

/** What somebody else changed while this was open, field by field. */
function Theirs({ opened, current }: { readonly opened: Account; readonly current: Account }) {
  const { t, language } = useText();
  const regions = useRegions();
  const wordsOf = ({ title, role, region }: Account) => ({
    titleZh: title.zh,
    titleEn: title.en,
    role: t(`shell.role.${role}`),
    region: region === null ? t('accounts.none') : (regions.get(region)?.short[language] ?? region),
  });
  const [before, now] = [wordsOf(opened), wordsOf(current)];
  const changed = (['titleZh', 'titleEn', 'role', 'region'] as const).filter((key) => before[key] !== now[key]);
  return (
    <ul>
      {changed.map((key) => (
        <li key={key}>{t('accounts.theirs', { field: t(`accounts.${key}`), before: before[key], now: now[key] })}</li>
      ))}
    </ul>
  );
}
