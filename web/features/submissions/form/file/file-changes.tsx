import { absenceWords } from '#api/figures/absence.ts';
import type { FileChange } from '#api/month-files/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { figureText } from '../../../../parts/submissions/figures.ts';
import type { Subject } from '../../../../parts/submissions/subject.ts';
import { unitOf } from '../../../../text/format.ts';
import { useText } from '../../../../text/messages/use-text.ts';
import { cardLabels } from '../../../../ui/card-labels.ts';
import tables from '../../../../ui/data-table.module.css';
import styles from './month-file.module.css';

interface FileChangesProps {
  readonly subject: Subject;
  readonly changes: readonly FileChange[];
  /** The indicators whose conflict is decided for the file. */
  readonly taken: ReadonlySet<string>;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}

/** What would be different in the draft, row by row: now, and as the file has it. */
export function FileChanges({ subject, changes, taken, onTake }: FileChangesProps) {
  const { t } = useText();
  const toggle = (code: string): void =>
    onTake(taken.has(code) ? new Set([...taken].filter((one) => one !== code)) : new Set([...taken, code]));
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption className="visually-hidden">{t('monthFile.changedCells')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('monthFile.indicator')}</th>
          <th scope="col">{t('monthFile.row')}</th>
          <th scope="col">{t('monthFile.now')}</th>
          <th scope="col">{t('monthFile.inFile')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const indicator = subject.indicators.find(({ code }) => code === change.indicator);
          if (indicator === undefined) return null;
          const isTaken = taken.has(indicator.code);
          return (
            <ChangeRow
              key={indicator.code}
              indicator={indicator}
              change={change}
              isTaken={isTaken}
              onToggle={() => toggle(indicator.code)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface ChangeRowProps {
  readonly indicator: Indicator;
  readonly change: FileChange;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}

function ChangeRow({ indicator, change, isTaken, onToggle }: ChangeRowProps) {
  const { t, language } = useText();
  const { row, before, after, conflict } = change;
  const shown = (figure: FileChange['before']): string =>
    figure === null
      ? t('monthFile.none')
      : 'absence' in figure
        ? absenceWords[figure.absence][language]
        : figureText(indicator, figure);
  return (
    <tr>
      <th scope="row">
        {indicator.name[language]} <span className={styles.hint}>{unitOf(indicator, language)}</span>
      </th>
      <td>{row}</td>
      <td>{shown(before)}</td>
      <td>
        <strong>{shown(after)}</strong>
        {conflict !== null && (
          <span className={styles.conflict}>
            {t('monthFile.conflict', { downloaded: shown(conflict.downloaded), now: shown(before) })}
            <label>
              <input type="checkbox" checked={isTaken} onChange={onToggle} /> {t('monthFile.take')}
            </label>
          </span>
        )}
      </td>
    </tr>
  );
}
