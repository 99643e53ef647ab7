import { Link } from '@tanstack/react-router';
import type { DivisionLine, Divisions } from '#api/divisions/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useIndicators } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { ProgressBar } from '../../charts/progress-bar.tsx';
import { formatBarePoints, formatComputed, formatMonth, formatPercent, unitOf } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { SortHeader } from '../../ui/sort-header.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import styles from './divisions.module.css';

interface DivisionTableProps {
  readonly reply: Divisions;
  /** Whose measures the lines have. */
  readonly indicator: Indicator | undefined;
}

/** A region's parts, one a row, and the region itself below them. */
export function DivisionTable({ reply, indicator }: DivisionTableProps) {
  const { t, language } = useText();
  const { whole, lines, year, month } = reply;
  const name = whole.name[language];
  return (
    <TableScroller label={t('divisions.title')} pageWide>
      <table ref={cardLabels} className={table.table}>
        <caption>{t('divisions.caption', { name, month: formatMonth(year, month, language) })}</caption>
        <Head indicator={indicator} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.region} className={styles.row}>
              <th scope="row">
                <Way line={line} reply={reply} />
              </th>
              <Cells line={line} indicator={indicator} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {whole.parts === 0 ? <Way line={whole} reply={reply} /> : t('divisions.whole', { name })}
            </th>
            <Cells line={whole} indicator={indicator} />
          </tr>
        </tfoot>
      </table>
    </TableScroller>
  );
}

function Head({ indicator }: { readonly indicator: Indicator | undefined }) {
  const { t, language } = useText();
  const unit = indicator === undefined ? '' : unitOf(indicator, language);
  return (
    <thead>
      <tr>
        <th scope="col" className={table.first}>
          {t('divisions.region')}
        </th>
        <SortHeader from="/divisions" column="level" label={t('divisions.level')} />
        <SortHeader from="/divisions" column="coverage" label={t('divisions.coverage')} numeric />
        <SortHeader from="/divisions" column="completion" label={t('divisions.completion')} numeric colSpan={2} />
        <SortHeader from="/divisions" column="gap" label={t('divisions.gap')} numeric />
        <th scope="col" className={table.number}>
          {t('divisions.actual', { unit })}
        </th>
        <th scope="col" className={table.number}>
          {t('divisions.target', { unit })}
        </th>
        <th scope="col" className={table.number}>
          {t('divisions.ownTarget', { unit })}
        </th>
        <th scope="col">{t('divisions.others')}</th>
      </tr>
    </thead>
  );
}

interface CellsProps {
  readonly line: DivisionLine;
  readonly indicator: Indicator | undefined;
}

function Cells({ line: { level, coverage, measures, indicators }, indicator }: CellsProps) {
  const { t, language } = useText();
  const known = useIndicators();
  const amount = (value: number | null) => amountOf(value, indicator);
  return (
    <>
      <td>
        <LevelMark level={level} withWord />
      </td>
      <td className={table.number}>{t('divisions.coverageOf', coverage)}</td>
      <td className={`${table.drawn} ${styles.bar}`}>
        <ProgressBar completion={measures?.completion ?? null} pace={measures?.pace ?? null} />
      </td>
      <td className={table.number}>{formatPercent(measures?.completion ?? null)}</td>
      <td className={table.number}>{formatBarePoints(measures?.gapPoints ?? null)}</td>
      <td className={table.number}>{amount(measures?.actual ?? null)}</td>
      <td className={table.number}>{amount(measures?.target ?? null)}</td>
      <td className={table.number}>{amount(measures?.ownTarget ?? null)}</td>
      <td>
        <ul className={styles.levels}>
          {indicators.map((one) => (
            <li key={one.indicator} title={known.get(one.indicator)?.short[language]}>
              <span className="visually-hidden">{known.get(one.indicator)?.short[language]}</span>
              <LevelMark level={one.level} />
            </li>
          ))}
        </ul>
      </td>
    </>
  );
}

const amountOf = (value: number | null, indicator: Indicator | undefined): string =>
  indicator?.kind === 'ratio' ? formatPercent(value) : formatComputed(value, indicator ?? { decimals: 2 });

/** Down to its parts; the page of a region that reports itself. The month and the indicator stay. */
function Way({ line, reply }: { readonly line: DivisionLine; readonly reply: Divisions }) {
  const { t, language } = useText();
  const { year, month, indicator } = reply;
  const name = line.name[language];
  if (line.parts === 0) {
    const search = { year, month, ...(indicator !== null && { indicator }) };
    return (
      <Link className={styles.link} to="/cities/$code" params={{ code: line.region }} search={search}>
        {name}
      </Link>
    );
  }
  const anew = { page: undefined, find: undefined, list: undefined } as const;
  return (
    <>
      <Link
        className={styles.link}
        from="/divisions"
        to="."
        search={(before) => ({ ...before, ...anew, region: line.region })}
      >
        {name}
      </Link>{' '}
      <span className={styles.muted}>{t('divisions.below', { count: line.parts })}</span>
    </>
  );
}
