import { formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useSession } from '../../api/session.ts';
import { judgedMonths } from './ledger.ts';
import styles from './page.module.css';

interface EffectNoteProps {
  readonly year: number;
  readonly effectiveMonth: number;
  /** Whether there is no earlier target that earlier months keep. */
  readonly isFirst: boolean;
}

/** Which months a target will judge, and which stay as they are. */
export function EffectNote({ year, effectiveMonth, isFirst }: EffectNoteProps) {
  const { t, language } = useText();
  const { today } = useSession();
  const judged = judgedMonths(year, effectiveMonth, today);
  const from = formatMonthName(effectiveMonth, language);
  const to = formatMonthName(judged?.to ?? effectiveMonth, language);
  const hasEarlier = !isFirst && effectiveMonth > 1;
  return (
    <p className={styles.muted}>
      {judged !== null &&
        (from === to ? t('targets.form.judged', { from }) : t('targets.form.judgedRange', { from, to }))}{' '}
      {hasEarlier && t('targets.form.kept', { month: from })}
    </p>
  );
}
