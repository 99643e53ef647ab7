import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listTargets, type Targets } from '#api/targets/contract.ts';
import { query } from '../../../api/queries.ts';
import { useIndicators, useRegions } from '../../../api/reference.ts';
import { formatList } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { BlockPreviewPanel } from '../block/block-preview.tsx';
import block from '../block/block.module.css';
import { useBlock } from '../block/use-block.ts';
import { targetRows, yearTarget } from '../ledger.ts';
import { draftColumn, draftTable } from './draft.ts';
import styles from './draft.module.css';
import { DraftColumn } from './draft-column.tsx';
import { useDraft, type Draft } from './use-draft.ts';

/** A year's targets drafted from those of the year before, and issued together as a block. */
export function DraftSection({ year }: { readonly year: number }) {
  const result = useQuery(query(listTargets, { query: { year: year - 1 } }));
  return <Loaded result={result}>{(base) => <Drafting year={year} base={base} />}</Loaded>;
}

function Drafting({ year, base }: { readonly year: number; readonly base: Targets }) {
  const { t, language } = useText();
  const indicators = [...useIndicators().values()];
  const rows = targetRows(base.cells, [...useRegions().values()], indicators);
  const draft = useDraft(year);
  const [code, setCode] = useState(indicators[0]?.code);
  const shown = indicators.find((indicator) => indicator.code === code);
  const origins = base.cells.flatMap((cell) => yearTarget(cell)?.origin ?? []);
  return (
    <div className={block.section}>
      <p className={block.muted}>{t('targetDraft.hint', { base: base.year })}</p>
      {origins.length === 0 && <p>{t('targetDraft.noBase', { base: base.year })}</p>}
      {origins.includes('invented') && <p>{t('targetDraft.invented', { base: base.year })}</p>}
      <NativeSelect
        className={styles.choice}
        label={t('targetDraft.indicator')}
        value={code}
        data={indicators.map((indicator) => ({ value: indicator.code, label: indicator.short[language] }))}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {shown && <DraftColumn year={year} rows={rows} indicator={shown} draft={draft} />}
      <Issuing year={year} rows={rows} indicators={indicators} draft={draft} />
    </div>
  );
}

interface IssuingProps {
  readonly year: number;
  readonly rows: Parameters<typeof draftTable>[0];
  readonly indicators: Parameters<typeof draftTable>[1];
  readonly draft: Draft;
}

/** All that is drafted, shown by the server as a block, then issued by one document. */
function Issuing({ year, rows, indicators, draft }: IssuingProps) {
  const { t, language } = useText();
  const [checked, setChecked] = useState<string | null>(null);
  const sent = useBlock(year, draft.forget);
  const table = draftTable(rows, indicators, draft.typed);
  const drafted = indicators.filter((indicator) =>
    draftColumn(rows, indicator, draft.typed).some(({ text }) => text.trim() !== ''),
  );
  const names = formatList(
    drafted.map(({ short }) => short[language]),
    language,
  );
  const check = (): void => {
    if (table === null) return;
    setChecked(table);
    sent.paste(table);
  };
  // What is changed after it was checked has to be checked again before it can be issued.
  const preview = checked === table ? sent.preview : null;
  return (
    <>
      <p>{drafted.length === 0 ? t('targetDraft.nothing') : t('targetDraft.drafts', { indicators: names })}</p>
      <div>
        <Button variant="default" disabled={table === null} loading={sent.isLooking} onClick={check}>
          {t('targetDraft.check')}
        </Button>
      </div>
      {sent.problem !== null && <ProblemView problem={sent.problem} />}
      {sent.written !== null && <output>{t('targets.block.written', { count: sent.written })}</output>}
      {preview !== null && sent.written === null && <BlockPreviewPanel preview={preview} block={sent} />}
    </>
  );
}
