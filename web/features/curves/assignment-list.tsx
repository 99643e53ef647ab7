import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { withdrawCurve, type CurveAssignment, type CurveList } from '#api/curve-changes/contract.ts';
import { compareMonths, dayParts } from '#api/measures/calendar.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIndicators } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useCurveName } from './use-curve-name.ts';
import styles from './page.module.css';

const placeOf = ({ indicator, number }: CurveAssignment): string => `${indicator} ${number}`;

/** What was put in force, the newest first, and withdrawing what judged nothing yet. */
export function AssignmentList({ list }: { readonly list: CurveList }) {
  const { t } = useText();
  const [open, setOpen] = useState('');
  const withdrawing = list.assignments.find((one) => placeOf(one) === open && one.can.withdraw);
  if (list.assignments.length === 0) return <p className={styles.hint}>{t('curves.noDecisions')}</p>;
  return (
    <section className={styles.part}>
      <h2>{t('curves.decisions')}</h2>
      <table ref={cardLabels} className={styles.list}>
        <thead>
          <tr>
            {(['since', 'indicator', 'curve', 'author', 'reason', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`curves.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.assignments.map((one) => (
            <Row key={placeOf(one)} assignment={one} onWithdraw={() => setOpen(placeOf(one))} />
          ))}
        </tbody>
      </table>
      {withdrawing && <WithdrawForm key={open} assignment={withdrawing} version={list.version} />}
    </section>
  );
}

interface RowProps {
  readonly assignment: CurveAssignment;
  readonly onWithdraw: () => void;
}

function Row({ assignment, onWithdraw }: RowProps) {
  const { t, language } = useText();
  const nameOf = useCurveName();
  const { today } = useSession();
  const { indicator, effectiveYear, effectiveMonth, author, reason, withdrawn, can } = assignment;
  const since = formatMonth(effectiveYear, effectiveMonth, language);
  const name = useIndicators().get(indicator)?.short[language] ?? indicator;
  const isComing = compareMonths({ year: effectiveYear, month: effectiveMonth }, dayParts(today)) > 0;
  return (
    <tr>
      <th scope="row">{since}</th>
      <td>{name}</td>
      <td>{nameOf(assignment)}</td>
      <td>{author}</td>
      <td className={styles.words}>{reason}</td>
      <td className={styles.words}>
        {withdrawn === null
          ? t(`curves.states.${isComing ? 'coming' : 'current'}`)
          : `${t('curves.states.withdrawn')} · ${t('curves.withdrawnFor', withdrawn)}`}{' '}
        {can.withdraw && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('curves.withdrawNamed', { indicator: name, since })}
            onClick={onWithdraw}
          >
            {t('curves.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface WithdrawFormProps {
  readonly assignment: CurveAssignment;
  readonly version: number;
}

function WithdrawForm({ assignment: { indicator, number }, version }: WithdrawFormProps) {
  const { t } = useText();
  const reason = useKeptText(`xushi.curve-withdraw.${useSession().person.name}.${indicator}.${number}`);
  const withdraw = useCommand(async (_input: undefined, idempotencyKey) => {
    const body = { reason: reason.value };
    const reply = await call(withdrawCurve, { params: { indicator, number }, body, version, idempotencyKey });
    reason.forget();
    return reply;
  });
  return (
    <div className={styles.form}>
      {withdraw.error && <ProblemView problem={problemOf(withdraw.error)} />}
      <Textarea
        label={t('curves.withdrawReason')}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      <div>
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('curves.withdraw')}
        </Button>
      </div>
    </div>
  );
}
