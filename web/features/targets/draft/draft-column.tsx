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
  const { t, language } = useText();
  const { typed, write, release } = draft;
  const { code } = indicator;
  const cells = draftColumn(rows, indicator, typed);
  const written = cells.filter(({ isTyped }) => isTyped).map(({ key }) => key);
  const isWrong = growthOf(typed, indicator)?.ok === false;
  return (
    <>
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
      {written.length > 0 && (
        <div>
          <Button variant="default" onClick={() => release(written)}>
            {t('targetDraft.again')}
          </Button>
        </div>
      )}
      <DraftTable year={year} cells={cells} indicator={indicator} onWrite={(key, text) => write('cells', key, text)} />
    </>
  );
}
