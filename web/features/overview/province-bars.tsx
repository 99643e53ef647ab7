import type { Indicator } from '#api/indicators/contract.ts';
import type { Overview, ProvinceStandingReply } from '#api/standings/contract.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { ProgressBar } from '../../charts/progress-bar.tsx';
import { SavablePicture } from '../../charts/savable-picture.tsx';
import { boundsText } from '../../parts/bounds-words.ts';
import { FormulaNumber } from '../../parts/formula/formula-number.tsx';
import { completionText } from '../../parts/completion-words.ts';
import { SourceText } from '../../parts/source-text.tsx';
import { formatBrief, formatBriefPercent, formatBriefQuantity } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { useIndicators } from '../../api/reference.ts';
import { useOverviewFrame } from './use-overview-frame.ts';
import { ownShare, withNews, withOwnTarget } from './province-lines.ts';
import styles from './province-bars.module.css';

/** The province, a bullet bar an indicator: done against the cities' targets, the pace, and its own target where it set one. */
export function ProvinceBars({ reply }: { readonly reply: Overview }) {
  const { t } = useText();
  const framed = useOverviewFrame(reply);
  const { province } = reply;
  const indicators = useIndicators();
  const title = t('overview.province');
  const texts = {
    title: t('overview.bullets.title'),
    legend: t('overview.bullets.hint'),
    what: [t('overview.bullets.what')],
  };
  return (
    <section>
      <h2>{title}</h2>
      <SavablePicture {...framed(texts)}>
        <ul className={styles.bars}>
          {withNews(province.indicators).map((line) => {
            const indicator = indicators.get(line.indicator);
            return indicator && <Bar key={line.indicator} line={line} indicator={indicator} region={province.region} />;
          })}
        </ul>
      </SavablePicture>
      <p className={styles.note}>
        {t('overview.bullets.hint')} <Sources lines={province.indicators} />
      </p>
    </section>
  );
}

interface BarProps {
  readonly line: ProvinceStandingReply;
  readonly indicator: Indicator;
  readonly region: string;
}

function Bar({ line, indicator, region }: BarProps) {
  const { t, language } = useText();
  const of = { region, indicator: indicator.code };
  const actual = formatBriefQuantity(line.actual, indicator, language);
  const bounds = boundsText(line.bounds, indicator, { t, language });
  return (
    <li className={styles.bar} data-region={region} data-indicator={indicator.code}>
      <span className={styles.name}>
        <LevelMark level={line.level} size={14} /> {indicator.short[language]}{' '}
        <strong>
          <FormulaNumber of={of}>{actual}</FormulaNumber>
        </strong>
      </span>
      {line.level === 'no-target' && line.targetOfAll === null && line.ownTarget === null ? (
        <span className={styles.small}>{t('levels.word.no-target')}</span>
      ) : (
        <>
          <ProgressBar completion={line.completion} pace={line.pace} own={ownShare(line)} />
          <span className={styles.small}>
            <FormulaNumber of={of}>{againstTargets(line, indicator, t)}</FormulaNumber>
          </span>
        </>
      )}
      {bounds !== null && <span className={styles.small}>{bounds}</span>}
    </li>
  );
}

/** Its own target where it set one, then the sum of its cities', each with the share that is done. */
function againstTargets(line: ProvinceStandingReply, indicator: Indicator, t: Words['t']): string {
  const share = completionText(line, { t });
  const cities =
    line.targetOfAll === null
      ? t('overview.bullets.share', { share })
      : t('overview.bullets.cities', { target: formatBrief(line.targetOfAll, indicator), share });
  if (line.ownTarget === null) return cities;
  const target = formatBrief(line.ownTarget, indicator);
  return [t('overview.bullets.own', { target, share: formatBriefPercent(line.ownCompletion) }), cities].join(' · ');
}

/** Where the province's own targets come from, each once. */
function Sources({ lines }: { readonly lines: readonly ProvinceStandingReply[] }) {
  const { t, language } = useText();
  const indicators = useIndicators();
  return withOwnTarget(lines).map(({ codes, provenance }) => (
    <span key={codes.join(' ')}>
      {t('overview.bullets.source', {
        indicators: codes
          .map((code) => indicators.get(code)?.short[language] ?? code)
          .join(language === 'zh' ? '、' : ', '),
      })}
      <SourceText {...provenance} brief />{' '}
    </span>
  ));
}
