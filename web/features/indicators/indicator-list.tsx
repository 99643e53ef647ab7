import { Link } from '@tanstack/react-router';
import type { IndicatorHistory } from '#api/indicator-changes/contract.ts';
import type { Indicator } from '#api/indicators/contract.ts';
import { useIndicators } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import table from '../../ui/table.module.css';
import { monthInWords } from './offered-months.ts';
import styles from './page.module.css';

interface IndicatorListProps {
  readonly history: IndicatorHistory;
  readonly isOfficial: boolean;
}

/** Every indicator with its definition, and for officials what may be done to it. */
export function IndicatorList({ history, isOfficial }: IndicatorListProps) {
  const { t } = useText();
  const indicators = [...useIndicators().values()];
  const columns = [
    'indicator',
    'kind',
    'unit',
    'needed',
    'curve',
    ...(isOfficial ? (['actions'] as const) : []),
  ] as const;
  return (
    <section>
      <h2>{t('indicatorPage.list')}</h2>
      <table ref={cardLabels} className={`${table.table} ${styles.list}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`indicatorPage.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <Row key={indicator.code} indicator={indicator} history={history} isOfficial={isOfficial} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ indicator, history, isOfficial }: IndicatorListProps & { readonly indicator: Indicator }) {
  const words = useText();
  const { t, language } = words;
  return (
    <tr>
      <th scope="row">
        {indicator.name[language]}
        <p className={styles.definition}>{indicator.definition[language]}</p>
      </th>
      <td>{t(`indicatorPage.kinds.${indicator.kind}`)}</td>
      <td>{indicator.unit[language]}</td>
      <td>{neededWords(words, indicator, useIndicators())}</td>
      <td>{indicator.curve.name[language]}</td>
      {isOfficial && (
        <td>
          <Actions indicator={indicator} history={history} />
        </td>
      )}
    </tr>
  );
}

/** What is asked of an indicator, in words. */
function neededWords({ t, language }: Words, indicator: Indicator, all: ReadonlyMap<string, Indicator>): string {
  const { core, required, requiredFrom, retiredFrom, partOf, numeratorFrom } = indicator;
  const name = (code: string): string => all.get(code)?.short[language] ?? code;
  const said = [
    ...(core ? [t('indicatorPage.core')] : []),
    required
      ? requiredFrom === null
        ? t('indicatorPage.required')
        : t('indicatorPage.requiredFrom', { month: monthInWords(requiredFrom, language) })
      : t('indicatorPage.optional'),
    ...(partOf === null ? [] : [t('indicatorPage.partOf', { name: name(partOf) })]),
    ...(numeratorFrom === null ? [] : [t('indicatorPage.numeratorFrom', { name: name(numeratorFrom) })]),
    ...(retiredFrom === null ? [] : [t('indicatorPage.retiredFrom', { month: monthInWords(retiredFrom, language) })]),
  ];
  return said.join(language === 'zh' ? '，' : ', ');
}

/** Retiring is for what is in use, withdrawing for what the office added and nothing stands on. */
function Actions({ indicator, history }: Pick<IndicatorListProps, 'history'> & { readonly indicator: Indicator }) {
  const { t, language } = useText();
  const { code, retiredFrom } = indicator;
  const isOwn = history.decisions.some((one) => one.code === code && one.action === 'add');
  const acts = [
    'change' as const,
    ...(retiredFrom === null ? (['retire'] as const) : []),
    ...(isOwn && history.used[code] === false ? (['withdraw'] as const) : []),
  ];
  return (
    <span className={styles.actions}>
      {acts.map((act) => (
        <Link
          key={act}
          from="/indicators"
          to="."
          search={{ act, of: code }}
          resetScroll={false}
          aria-label={t(`indicatorPage.actNamed.${act}`, { name: indicator.short[language] })}
        >
          {t(`indicatorPage.act.${act}`)}
        </Link>
      ))}
    </span>
  );
}
