import { Link } from '@tanstack/react-router';
import { levels } from '#api/measures/vocabulary.ts';
import type { RuleFlip, RuleReplay } from '#api/replays/contract.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formulaKey } from '../../parts/formula/formula.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import styles from './page.module.css';

/** What a trial found: in a sentence, month by month, and by name. */
export function TrialResult({ replay }: { readonly replay: RuleReplay }) {
  const { t } = useText();
  const { flips, flipCount } = replay;
  const all = flipCount.cities + flipCount.indicators;
  return (
    <div className={styles.result}>
      <p role="status">{all === 0 ? t('rulePage.none') : t('rulePage.changed', flipCount)}</p>
      <Counts replay={replay} />
      {all > 0 && <Flips flips={flips} />}
      {flips.length < all && <p className={styles.hint}>{t('rulePage.more', { shown: flips.length, all })}</p>}
    </div>
  );
}

function Counts({ replay: { months } }: { readonly replay: RuleReplay }) {
  const { t, language } = useText();
  const shown = levels.filter((level) => months.some(({ before, after }) => before[level] > 0 || after[level] > 0));
  return (
    <TableScroller label={t('rulePage.countsCaption')}>
      <table ref={cardLabels} className={table.table}>
        <caption>{t('rulePage.countsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={table.first}>
              {t('rulePage.month')}
            </th>
            {shown.map((level) => (
              <th key={level} scope="col" className={table.number}>
                {t(`levels.word.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ year, month, before, after }) => (
            <tr key={`${year}-${month}`}>
              <th scope="row" className={table.first}>
                {formatMonth(year, month, language)}
              </th>
              {shown.map((level) => (
                <td key={level} className={`${table.number} ${before[level] === after[level] ? '' : styles.changed}`}>
                  {before[level] === after[level]
                    ? before[level]
                    : t('rulePage.counts', { before: before[level], after: after[level] })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Flips({ flips }: { readonly flips: readonly RuleFlip[] }) {
  const { t } = useText();
  const columns = ['month', 'city', 'indicator', 'before', 'after'] as const;
  return (
    <TableScroller label={t('rulePage.flipsCaption')}>
      <table ref={cardLabels} className={`${table.table} ${styles.list}`}>
        <caption>{t('rulePage.flipsCaption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`rulePage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flips.map((flip) => (
            <Flip key={[flip.year, flip.month, flip.region, flip.indicator].join('-')} flip={flip} />
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

function Flip({ flip: { region, indicator, year, month, before, after } }: { readonly flip: RuleFlip }) {
  const { t, language } = useText();
  const name = useRegions().get(region)?.short[language] ?? region;
  const short = useIndicators().get(indicator ?? '')?.short[language];
  return (
    <tr>
      <td>{formatMonth(year, month, language)}</td>
      <th scope="row">
        <Link
          to="/cities/$code"
          params={{ code: region }}
          search={{ year, month, ...(indicator !== null && { indicator, formula: formulaKey({ region, indicator }) }) }}
        >
          {name}
        </Link>
      </th>
      <td>{short ?? t('rulePage.whole')}</td>
      <td>
        <LevelMark level={before} withWord />
      </td>
      <td>
        <LevelMark level={after} withWord />
      </td>
    </tr>
  );
}
