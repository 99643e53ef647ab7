import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { dayParts } from '#api/measures/calendar.ts';
import { listTargets } from '#api/targets/contract.ts';
import type { TargetCell, Targets } from '#api/targets/contract.ts';
import { targetsTable } from '#api/tables/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { TableLinks } from '../../parts/table-links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Fold } from '../../ui/fold.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { YearSelect } from '../../ui/year-select.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { FormulaSheet } from '../../parts/formula/formula-sheet.tsx';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { BlockSection } from './block/block-section.tsx';
import { draftedYear } from './draft/draft.ts';
import { DraftSection } from './draft/draft-section.tsx';
import { openCell, reportingRows, sumProofs, targetRows, yearTarget, type TargetRow } from './ledger.ts';
import { isAnySet, targetSentence } from './sentence.ts';
import { sumRows } from './sum-rows.ts';
import { TargetTable } from './target-table.tsx';
import styles from './page.module.css';

const route = getRouteApi('/targets');

/** A year's targets: what is set, for whom, by which document; an official sets and changes them here. */
export function Page() {
  const { t } = useText();
  const { today } = useSession();
  const now = dayParts(today).year;
  const { year = now } = route.useSearch();
  const result = useQuery(query(listTargets, { query: { year } }));
  const choices = <YearSelect from="/targets" year={year} years={[now + 1, now, now - 1, now - 2]} />;
  return (
    <>
      {result.data === undefined && <PageHead title={t('targets.title')}>{choices}</PageHead>}
      <Loaded result={result}>{(targets) => <Ledger targets={targets}>{choices}</Ledger>}</Loaded>
    </>
  );
}

interface LedgerProps {
  readonly targets: Targets;
  readonly children: ReactNode;
}

function Ledger({ targets: { year, cells }, children }: LedgerProps) {
  const { t, language } = useText();
  const { open } = route.useSearch();
  const byCode = useIndicators();
  const indicators = [...byCode.values()];
  const rows = targetRows(cells, [...useRegions().values()], indicators);
  const sentence = targetSentence(year, rows, {
    t,
    nameOf: ({ region }) => region.short[language],
    indicatorOf: (code) => byCode.get(code)?.short[language] ?? code,
  });
  const mayChange = cells.some(({ can }) => can.change);
  const { person } = useSession();
  // A block and a draft are of the whole office.
  const mayWriteAll = mayChange && person.within === null;
  return (
    <>
      <PageHead title={t('targets.title')} sentence={sentence} printed={`${t('targets.title')} · ${year}`}>
        {children}
      </PageHead>
      {!isAnySet(rows) && (
        <p className={styles.empty}>{t(mayChange ? 'targets.emptyOfficial' : 'targets.emptyOther')}</p>
      )}
      {mayWriteAll && <BlockFold key={`block ${year}`} year={year} isEmpty={!isAnySet(rows)} />}
      {mayWriteAll && <DraftFold key={`draft ${year}`} year={year} isSet={isAnySet(rows)} />}
      <Grid year={year} rows={rows} open={openCell(cells, open)} />
      <p className={styles.caption}>{t('targets.caption')}</p>
      <TableLinks addressOf={(format) => fileAddress(targetsTable, { query: { year, language, format } })} />
    </>
  );
}

interface GridProps {
  readonly year: number;
  readonly rows: readonly TargetRow[];
  readonly open: TargetCell | null;
}

/** The grid with the formulas of its sums. */
function Grid({ year, rows, open }: GridProps) {
  const { t, language } = useText();
  const indicators = [...useIndicators().values()];
  const proofs = reportingRows(rows).length > 1 ? sumProofs(rows, indicators) : [];
  const sums = () => sumRows(proofs, { t, language });
  return (
    <FormulaSheet from="/targets" name="targets" title={t('targets.sums.title')} rows={sums}>
      <NotedOrigins values={rows.flatMap(({ cells }) => cells.map((cell) => [yearTarget(cell)?.origin]))}>
        <TargetTable year={year} rows={rows} indicators={indicators} proofs={proofs} open={open} />
      </NotedOrigins>
    </FormulaSheet>
  );
}

/** The way to set many targets at once, open by itself where nothing is set yet: this is how one begins. */
function BlockFold({ year, isEmpty }: { readonly year: number; readonly isEmpty: boolean }) {
  const { t } = useText();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const [isBeginning, setBeginning] = useState(isEmpty && open === undefined);
  const change = (isOpen: boolean): void => {
    setBeginning(false);
    void navigate({ to: '.', search: { year, ...(isOpen && { open: 'block' }) }, resetScroll: false });
  };
  return (
    <Fold title={t('targets.block.title')} isOpen={open === 'block' || isBeginning} onChange={change}>
      <BlockSection year={year} />
    </Fold>
  );
}

/** The way from this year's targets to next year's; nothing on the page of a year that is over. */
function DraftFold({ year, isSet }: { readonly year: number; readonly isSet: boolean }) {
  const { t } = useText();
  const { today } = useSession();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  // What was issued here belongs to the year that was drafted, although the page's own is set now.
  const [drafted] = useState(() => draftedYear(year, dayParts(today).year, isSet));
  if (drafted === null) return null;
  const change = (isOpen: boolean): void => {
    void navigate({ to: '.', search: { year, ...(isOpen && { open: 'draft' }) }, resetScroll: false });
  };
  return (
    <Fold title={t('targetDraft.title', { year: drafted })} isOpen={open === 'draft'} onChange={change}>
      <DraftSection year={drafted} />
    </Fold>
  );
}
