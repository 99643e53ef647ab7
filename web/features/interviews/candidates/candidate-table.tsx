import { Link } from '@tanstack/react-router';
import type { Candidate, Candidates } from '#api/escalations/contract.ts';
import { useIndicators, useRegions } from '../../../api/reference.ts';
import { LevelMark } from '../../../charts/level-mark.tsx';
import { LevelStrip } from '../../../parts/level-strip.tsx';
import { formatAmount, formatPercent, formatPoints, withUnit } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import { sinceText } from './since-text.ts';
import styles from '../interview.module.css';

interface CandidateTableProps {
  readonly reply: Candidates;
  readonly chosen: readonly string[];
  readonly onToggle: (region: string) => void;
}

/** A row a city in the order of its lag: since when, the largest gap with its proof, what was done so far. */
export function CandidateTable({ reply, chosen, onToggle }: CandidateTableProps) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={styles.areas}>
      <caption>{t('callIn.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('callIn.city')}</th>
          <th scope="col">{t('callIn.level')}</th>
          <th scope="col">{t('callIn.since')}</th>
          <th scope="col">{t('callIn.worst')}</th>
          <th scope="col">{t('callIn.projection')}</th>
          <th scope="col">{t('callIn.earlier')}</th>
          <th scope="col">{t('callIn.steps')}</th>
        </tr>
      </thead>
      <tbody>
        {reply.candidates.map((one) => (
          <tr key={one.region}>
            <City one={one} isChosen={chosen.includes(one.region)} onToggle={onToggle} />
            <td data-label={t('callIn.level')}>
              <LevelMark level={one.level} withWord />
            </td>
            <Since one={one} />
            <Worst one={one} period={{ year: reply.year, month: reply.month }} />
            <td data-label={t('callIn.earlier')}>
              <Earlier one={one} />
            </td>
            <td data-label={t('callIn.steps')}>
              <Steps one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CityProps {
  readonly one: Candidate;
  readonly isChosen: boolean;
  readonly onToggle: (region: string) => void;
}

function City({ one, isChosen, onToggle }: CityProps) {
  const { t, language } = useText();
  const city = useRegions().get(one.region)?.short[language] ?? one.region;
  return (
    <th scope="row">
      <span className={styles.cell}>
        <input
          type="checkbox"
          className={styles.select}
          checked={isChosen}
          onChange={() => onToggle(one.region)}
          aria-label={t('callIn.select', { city })}
        />
        {city}
      </span>
    </th>
  );
}

function Since({ one }: { readonly one: Candidate }) {
  const { t, language } = useText();
  return (
    <td data-label={t('callIn.since')}>
      <LevelStrip months={one.strip} />
      <div>{sinceText(one, language, t)}</div>
    </td>
  );
}

interface WorstProps {
  readonly one: Candidate;
  readonly period: { readonly year: number; readonly month: number };
}

/** The largest gap, which leads to its proof on the city's page, and the year's end as it looks. */
function Worst({ one, period }: WorstProps) {
  const { t, language } = useText();
  const { worst } = one;
  const indicator = useIndicators().get(worst?.indicator ?? '');
  if (worst === null || indicator === undefined) {
    return (
      <>
        <td data-label={t('callIn.worst')}>{t('callIn.none')}</td>
        <td data-label={t('callIn.projection')}>{t('callIn.none')}</td>
      </>
    );
  }
  const said = t('callIn.worstText', {
    indicator: indicator.short[language],
    completion: formatPercent(worst.completion, 1),
    gap: formatPoints(worst.gapPoints, language),
  });
  const projection = t('callIn.projectionText', {
    amount: formatAmount(worst.projection, indicator),
    target: withUnit(formatAmount(worst.target, indicator), indicator, language),
  });
  return (
    <>
      <td data-label={t('callIn.worst')}>
        <Link to="/cities/$code" params={{ code: one.region }} search={{ ...period, indicator: worst.indicator }}>
          {said}
        </Link>
      </td>
      <td data-label={t('callIn.projection')}>{worst.projection === null ? t('callIn.none') : projection}</td>
    </>
  );
}

function Earlier({ one }: { readonly one: Candidate }) {
  const { t } = useText();
  if (one.interviews.length === 0) return t('callIn.none');
  return (
    <ul className={styles.plainList}>
      {one.interviews.map(({ id, heldOn, verified, items }) => (
        <li key={id}>
          <Link to="/interviews/$id" params={{ id }}>
            {t('callIn.kept', { day: heldOn, verified, items })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Steps({ one }: { readonly one: Candidate }) {
  const { t, language } = useText();
  if (one.escalations.length === 0) return t('callIn.none');
  return (
    <ul className={styles.plainList}>
      {one.escalations.map(({ id, takenOn, name, documentNumber }) => (
        <li key={id}>
          {documentNumber === ''
            ? t('callIn.stepText', { day: takenOn, step: name[language] })
            : t('callIn.stepDocument', { day: takenOn, step: name[language], document: documentNumber })}
        </li>
      ))}
    </ul>
  );
}
