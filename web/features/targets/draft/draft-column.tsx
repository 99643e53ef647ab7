import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Indicator } from '#api/indicators/contract.ts';
import { typedFormat } from '#api/targets/lifecycle.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { TargetRow } from '../ledger.ts';
import { draftColumn, growthOf, roundingOf, roundingsOf } from './draft.ts';
import styles from './draft.module.css';
import { DraftTable } from './draft-table.tsx';
import type { Draft } from './use-draft.ts';

interface DraftColumnProps {
  readonly year: number;
  readonly rows: readonly TargetRow[];
  readonly indicator: Indicator;
  readonly draft: Draft;
}

/** One indicator's draft: growth, rounding, and each region's target, which may be written over. */
export function DraftColumn({ year, rows, indicator, draft }: DraftColumnProps) {
  const { t } = useText();
  const { typed, write, release } = draft;
  const cells = draftColumn(rows, indicator, typed);
  const written = cells.filter(({ isTyped }) => isTyped).map(({ key }) => key);
  return (
    <>
      <Rule indicator={indicator} draft={draft} />
      {written.length > 0 && (
        <div>
          <Button variant="default" onClick={() => release(written)}>
            {t('targetDraft.again')}
          </Button>
        </div>
      )}
      <DraftTable
        year={year}
        cells={cells}
        indicator={indicator}
        typed={typed}
        onWrite={(key, text) => write('cells', key, text)}
      />
    </>
  );
}

/** By how much the targets grow, and what they are rounded to. */
function Rule({ indicator, draft: { typed, write } }: Pick<DraftColumnProps, 'indicator' | 'draft'>) {
  const { t, language } = useText();
  const { code } = indicator;
  const isWrong = growthOf(typed, indicator)?.ok === false;
  return (
    <div className={styles.rule}>
      <TextInput
        label={t(indicator.kind === 'ratio' ? 'targetDraft.growthPoints' : 'targetDraft.growth')}
        description={t('targetDraft.growthHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={typed.growths[code] ?? ''}
        error={isWrong && t('targetDraft.growthWrong')}
        onChange={(event) => write('growths', code, event.currentTarget.value)}
      />
      <NativeSelect
        label={t('targetDraft.rounding', { unit: typedFormat(indicator).unit[language] })}
        value={roundingOf(typed, indicator)}
        data={[...roundingsOf(indicator)]}
        onChange={(event) => write('roundings', code, event.currentTarget.value)}
      />
    </div>
  );
}
