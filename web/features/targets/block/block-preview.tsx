import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import type { BlockPreview } from '#api/target-blocks/contract.ts';
import { useIndicators, useRegions } from '../../../api/reference.ts';
import { FileFaults } from '../../../parts/files/file-faults.tsx';
import { formatFigure } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import tables from '../../../ui/data-table.module.css';
import { Effects } from '../effects.tsx';
import shown from '../../../parts/files/preview.module.css';
import styles from './block.module.css';
import type { Block, BlockDocument } from './use-block.ts';
import { takeFocus } from '../../../ui/take-focus.ts';

interface BlockPreviewPanelProps {
  readonly preview: BlockPreview;
  readonly block: Block;
}

/** What a block would set, which levels it would change, what must be mended; then the document, once, and the button. */
export function BlockPreviewPanel({ preview, block }: BlockPreviewPanelProps) {
  const { t } = useText();
  const { cells, faults } = preview;
  const changed = cells.filter(({ isSame }) => !isSame);
  return (
    <section className={shown.preview} tabIndex={-1} ref={takeFocus} aria-labelledby="block-preview-title">
      <h3 id="block-preview-title">
        {t('targets.block.preview', {
          changed: changed.length,
          same: cells.length - changed.length,
          wrong: faults.length,
        })}
      </h3>
      {faults.length > 0 && <FileFaults faults={faults} marked={null} name="" />}
      {changed.length > 0 && <Cells cells={changed} />}
      {preview.cells.some(({ isSame }) => !isSame) && <Effects preview={preview} />}
      {changed.length > 0 && faults.length === 0 && <Document count={changed.length} block={block} />}
    </section>
  );
}

const columns = ['region', 'indicator', 'before', 'after'] as const;

function Cells({ cells }: { readonly cells: BlockPreview['cells'] }) {
  const { t, language } = useText();
  const regions = useRegions();
  const indicators = useIndicators();
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption className="visually-hidden">{t('targets.block.cells')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`targets.block.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.map(({ region, indicator: code, before, after }) => {
          const indicator = indicators.get(code);
          const shown = (amount: number | null): string =>
            indicator === undefined || amount === null ? t('targets.unset') : formatFigure(amount, indicator);
          return (
            <tr key={`${region} ${code}`}>
              <th scope="row">{regions.get(region)?.short[language] ?? region}</th>
              <td>{indicator?.short[language] ?? code}</td>
              <td>{shown(before)}</td>
              <td>
                <strong>{shown(after)}</strong>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Which document sets them, once for the whole block. */
function Document({ count, block }: { readonly count: number; readonly block: Block }) {
  const { t } = useText();
  const [typed, setTyped] = useState<BlockDocument>({ documentNumber: '', documentDate: '', reason: '' });
  const [isTried, setTried] = useState(false);
  const wrong = {
    documentNumber: typed.documentNumber.trim() === '',
    documentDate: typed.documentDate === '',
    reason: !isReason(typed.reason),
  };
  const field = (name: keyof BlockDocument, missing: string) => ({
    label: t(`targets.block.${name}`),
    value: typed[name],
    error: isTried && wrong[name] ? missing : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: event.currentTarget.value });
      block.renew();
    },
  });
  const confirm = (): void => {
    setTried(true);
    if (!Object.values(wrong).includes(true)) block.confirm(typed);
  };
  return (
    <div className={styles.given}>
      <TextInput {...field('documentNumber', t('targets.form.documentMissing'))} maxLength={100} />
      <TextInput {...field('documentDate', t('targets.block.dateMissing'))} type="date" />
      <Textarea {...field('reason', t('targets.block.reasonShort'))} rows={2} maxLength={2000} />
      <div>
        <Button loading={block.isWriting} onClick={confirm}>
          {t('targets.block.confirm', { count })}
        </Button>
      </div>
    </div>
  );
}
