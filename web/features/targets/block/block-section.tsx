import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatMonthName } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ChooseFiles } from '../../../ui/choose-files.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { BlockPreviewPanel } from './block-preview.tsx';
import styles from './block.module.css';
import { useBlock, type Block } from './use-block.ts';

/** A year's targets as one block, pasted from a spreadsheet or as a file: looked at, then written by one document. */
export function BlockSection({ year }: { readonly year: number }) {
  const { t } = useText();
  const block = useBlock(year);
  return (
    <div className={styles.section}>
      <p className={styles.muted}>{t('targets.block.hint')}</p>
      <Given block={block} />
      {block.problem !== null && <ProblemView problem={block.problem} />}
      {block.written !== null && <output>{t('targets.block.written', { count: block.written })}</output>}
      {block.preview !== null && block.written === null && <BlockPreviewPanel preview={block.preview} block={block} />}
    </div>
  );
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** The month that the targets hold from, and the table. */
function Given({ block }: { readonly block: Block }) {
  const { t, language } = useText();
  const [table, setTable] = useState('');
  return (
    <form
      className={styles.given}
      onSubmit={(event) => {
        event.preventDefault();
        block.paste(table);
      }}
    >
      <NativeSelect
        label={t('targets.form.effectiveMonth')}
        value={String(block.effectiveMonth)}
        data={months.map((month) => ({ value: String(month), label: formatMonthName(month, language) }))}
        onChange={(event) => block.chooseMonth(Number(event.currentTarget.value))}
      />
      <Textarea
        label={t('targets.block.paste')}
        placeholder={t('targets.block.example')}
        rows={6}
        maxLength={100_000}
        value={table}
        onChange={(event) => setTable(event.currentTarget.value)}
      />
      <div className={styles.line}>
        <Button type="submit" variant="default" disabled={table.trim() === ''} loading={block.isLooking}>
          {t('targets.block.check')}
        </Button>
        <ChooseFiles
          label={t('loads.choose')}
          offered=".xlsx,.csv"
          onChosen={([chosen]) => chosen !== undefined && block.choose(chosen)}
        />
      </div>
    </form>
  );
}
