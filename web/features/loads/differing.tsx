import { Checkbox } from '@mantine/core';
import { absenceWords } from '#api/figures/absence.ts';
import type { LoadChange, LoadPreview } from '#api/loads/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { figureText } from '../../parts/submissions/figures.ts';
import { formatInstant, formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { CardTable } from './card-table.tsx';
import { isTaken, turned, type Choice } from './choice.ts';
import styles from './loads.module.css';

const columns = ['region', 'month', 'indicator', 'row', 'now', 'inFile'] as const;

interface Choosing {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

interface DifferingProps extends Choosing {
  readonly preview: LoadPreview;
}

/** The figures of a file that are other than what was accepted, with what stood when the file was made where both changed. */
export function Differing({ preview: { differing, counts }, choice, onChoose }: DifferingProps) {
  const { t } = useText();
  const isCut = differing.length < counts.different + counts.conflicts;
  return (
    <>
      <h4>
        {t('loads.differing')}
        {isCut && t('loads.more', { count: differing.length })}
      </h4>
      <CardTable caption={t('loads.differing')} columns={columns.map((column) => t(`loads.${column}`))}>
        {differing.map((change) => (
          <Row key={`${change.row} ${change.indicator}`} change={change} choice={choice} onChoose={onChoose} />
        ))}
      </CardTable>
    </>
  );
}

function Row({ change, choice, onChoose }: Choosing & { readonly change: LoadChange }) {
  const { t, language } = useText();
  const { region, year, month, row, before, after, conflict } = change;
  const indicator = useIndicators().get(change.indicator);
  const name = useRegions().get(region)?.short[language] ?? region;
  const shown = (figure: LoadChange['before']): string =>
    figure === null || indicator === undefined
      ? t('loads.none')
      : 'absence' in figure
        ? absenceWords[figure.absence][language]
        : figureText(indicator, figure);
  const what = indicator?.short[language] ?? change.indicator;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatMonth(year, month, language)}</td>
      <td>{what}</td>
      <td>{row}</td>
      <td>
        {shown(before)}
        {conflict !== null && <Theirs conflict={conflict} downloaded={shown(conflict.downloaded)} />}
      </td>
      <td>
        <strong>{shown(after)}</strong>
        {conflict !== null && (
          <Checkbox
            label={t('loads.takeCell')}
            aria-label={t('loads.takeCellOf', { region: name, month: formatMonth(year, month, language), what, row })}
            checked={isTaken(choice, row)}
            onChange={() => onChoose(turned(choice, row))}
          />
        )}
      </td>
    </tr>
  );
}

interface TheirsProps {
  readonly conflict: NonNullable<LoadChange['conflict']>;
  readonly downloaded: string;
}

/** Whose value stands now and since when, and what stood when the file was made. */
function Theirs({ conflict: { submittedBy, acceptedBy, acceptedAt }, downloaded }: TheirsProps) {
  const { t } = useText();
  const titleOf = useTitleOf();
  return (
    <>
      <span className={styles.said}>{t('loads.downloaded', { value: downloaded })}</span>
      {acceptedAt !== null && (
        <span className={styles.said}>
          {t('loads.whose', { by: titleOf(submittedBy), person: titleOf(acceptedBy), at: formatInstant(acceptedAt) })}
        </span>
      )}
    </>
  );
}
