import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { formatPercent, formatQuantity } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { paceText } from '../../../text/pace-text.ts';
import type { RowOutlook as Outlook } from './outlook.ts';
import styles from './figure-form.module.css';

interface RowOutlookProps {
  readonly indicator: Indicator;
  readonly outlook: Outlook;
}

/** The level that a row's figure would give once accepted, its gap, and what would turn it. */
export function RowOutlook({ indicator, outlook }: RowOutlookProps) {
  const { t, language } = useText();
  const { standing, share, turns } = outlook;
  return (
    <div className={styles.outlook}>
      {standing !== null && (
        <p>
          <LevelMark level={standing.level} withWord />
          {standing.gapPoints !== null && <span className={styles.gap}>{paceText(standing.gapPoints, { t })}</span>}
        </p>
      )}
      {share !== null && <p className={styles.muted}>{t('submission.form.share', { share: formatPercent(share) })}</p>}
      {turns.map((turn) => (
        <p key={turn.level} className={styles.muted}>
          {t('submission.form.turn', {
            by: turn.by,
            add: formatQuantity(inUnit(turn.add, indicator.scale), indicator, language),
            level: t(`levels.word.${turn.level}`),
          })}
        </p>
      ))}
    </div>
  );
}
