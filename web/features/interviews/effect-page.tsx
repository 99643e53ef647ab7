import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getEffect } from '#api/interviews/effect-contract.ts';
import type { Effect, EffectRow } from '#api/interviews/effect-contract.ts';
import { query } from '../../api/queries.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatRatio } from '../../text/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { signed } from './signed.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './interview.module.css';

/** What changed after interviews, with the remark that comparing proves nothing. */
export function Page() {
  const result = useQuery(query(getEffect, {}));
  return <Loaded result={result}>{(effect) => <View effect={effect} />}</Loaded>;
}

function View({ effect }: { readonly effect: Effect }) {
  const { t } = useText();
  const { called, peers } = effect.together;
  const compared = t('meetings.effect.sentence', { called: signed(called), peers: signed(peers) });
  const sentence = called === null ? t('meetings.effect.tooEarly') : compared;
  if (effect.rows.length === 0)
    return <PageHead title={t('meetings.effect.title')} sentence={t('meetings.effect.none')} />;
  return (
    <>
      <PageHead title={t('meetings.effect.title')} sentence={sentence} />
      <p>{t('meetings.effect.caveat')}</p>
      <EffectTable effect={effect} />
      <Peers effect={effect} />
    </>
  );
}

function EffectTable({ effect }: { readonly effect: Effect }) {
  const { t, language } = useText();
  const indicator = useIndicators().get(effect.indicator ?? '')?.short[language] ?? '';
  return (
    <table ref={cardLabels} className={styles.areas}>
      <caption>{t('meetings.effect.caption', { indicator })}</caption>
      <Heads of={allHeads} />
      <tbody>
        {effect.rows.map((row) => (
          <Row key={`${row.interview} ${row.region}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: EffectRow }) {
  const { t, language } = useText();
  const city = useRegions().get(row.region)?.short[language] ?? row.region;
  const { onTime, late, items } = row;
  return (
    <tr>
      <td>
        <Link to="/interviews/$id" params={{ id: row.interview }}>
          {row.heldOn}
        </Link>
      </td>
      <th scope="row">{city}</th>
      <td>{formatRatio(row.paces.before)}</td>
      <td>{formatRatio(row.paces.after)}</td>
      <td>{signed(row.paces.change)}</td>
      <td>{row.levelThen === null ? t('meetings.effect.unknown') : <LevelMark level={row.levelThen} withWord />}</td>
      <td>
        <LevelMark level={row.levelNow} withWord />
      </td>
      <td>{t('meetings.effect.onTimeOf', { onTime, items, late })}</td>
    </tr>
  );
}

function Peers({ effect }: { readonly effect: Effect }) {
  const { t, language } = useText();
  const regions = useRegions();
  if (effect.peers.length === 0) return <p>{t('meetings.effect.noPeers')}</p>;
  const heads = ['city', 'before', 'after', 'change'] as const;
  return (
    <table ref={cardLabels} className={styles.areas}>
      <caption>{t('meetings.effect.peers')}</caption>
      <Heads of={heads} />
      <tbody>
        {effect.peers.map(({ interview, region, paces }) => (
          <tr key={`${interview} ${region}`}>
            <th scope="row">{regions.get(region)?.short[language] ?? region}</th>
            <td>{formatRatio(paces.before)}</td>
            <td>{formatRatio(paces.after)}</td>
            <td>{signed(paces.change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const allHeads = ['meeting', 'city', 'before', 'after', 'change', 'levelThen', 'levelNow', 'onTime'] as const;

function Heads({ of }: { readonly of: readonly (typeof allHeads)[number][] }) {
  const { t } = useText();
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col">
            {t(`meetings.effect.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
