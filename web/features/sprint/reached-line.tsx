import { Link } from '@tanstack/react-router';
import { LevelMark } from '../../charts/level-mark.tsx';
import { completionText } from '../../parts/completion-words.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { knownPeriodOf } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import { reachedRows } from './picture-rows.ts';
import type { SprintView } from './sprint-view.ts';
import styles from './sprint-sheet.module.css';

interface ReachedLineProps {
  readonly view: SprintView;
}

/** The cities that have reached their target, in one line: nothing more is asked of them. */
export function ReachedLine({ view }: ReachedLineProps) {
  const { t } = useText();
  const { reply, indicator } = view;
  const rows = reachedRows(view);
  if (rows.length === 0) return null;
  return (
    <p>
      <LevelMark level="achieved" size={14} /> {t('sprint.picture.reached')}
      {rows.map(({ region, name, standing }, index) => (
        <span key={region} data-region={region} className={styles.reached}>
          {index > 0 && ' · '}
          <Link
            to="/cities/$code"
            params={{ code: region }}
            search={{ ...knownPeriodOf(reply), indicator: indicator.code }}
          >
            {name}
          </Link>{' '}
          {standing && (
            <FormulaNumber of={{ region, indicator: indicator.code }}>{completionText(standing, { t })}</FormulaNumber>
          )}
        </span>
      ))}
    </p>
  );
}
