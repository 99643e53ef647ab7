import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isReason } from '#api/http/reason.ts';
import type { LoadPreview } from '#api/loads/contract.ts';
import { FileFaults } from '../../parts/files/file-faults.tsx';
import shown from '../../parts/files/preview.module.css';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isSameChoice } from './choice.ts';
import { Differing } from './differing.tsx';
import styles from './loads.module.css';
import { Progress } from './progress.tsx';
import type { LoadFile, LoadStage } from './use-load-file.ts';
import { takeFocus } from '../../ui/take-focus.ts';

interface LoadPreviewPanelProps {
  readonly stage: Extract<LoadStage, { is: 'preview' }>;
  readonly file: LoadFile;
}

/** What a file would write: counts, what differs, what must be mended; then why, and the button. Takes the focus. */
export function LoadPreviewPanel({ stage, file }: LoadPreviewPanelProps) {
  const { t } = useText();
  const { preview, choice, isAgain } = stage;
  const { name } = stage.file;
  const { counts, months, regions, years, faults } = preview;
  const title =
    months === 0
      ? t('loads.nothing', { name })
      : t('loads.preview', { name, regions: regions.length, months, years: years.join(t('monthFile.comma')) });
  return (
    <section className={shown.preview} tabIndex={-1} ref={takeFocus} aria-labelledby="load-preview-title">
      <h3 id="load-preview-title">{title}</h3>
      {isAgain && <p role="alert">{t('loads.again')}</p>}
      <p>{t('loads.counts', counts)}</p>
      <Remarks preview={preview} />
      {counts.conflicts > 0 && <AllConflicts stage={stage} file={file} />}
      {preview.differing.length > 0 && <Differing preview={preview} choice={choice} onChoose={file.choose} />}
      {faults.length > 0 && (
        <>
          <h4>{t('loads.faults', { count: preview.faultCount, shown: faults.length })}</h4>
          <FileFaults faults={faults} marked={preview.marked} name={name} />
        </>
      )}
      <Onwards stage={stage} file={file} />
    </section>
  );
}

/** One choice for all that both sides changed; each is chosen by itself in the table below. */
function AllConflicts({ stage: { preview, choice }, file }: LoadPreviewPanelProps) {
  const { t } = useText();
  return (
    <>
      <p>{t('loads.conflictsNote')}</p>
      <Checkbox
        label={t('loads.takeFile', { count: preview.counts.conflicts })}
        checked={choice.rule === 'file'}
        indeterminate={choice.except.length > 0}
        onChange={() => file.choose({ rule: choice.rule === 'file' ? 'theirs' : 'file', except: [] })}
      />
    </>
  );
}

/** What can be done now: written is what was looked at, so after another choice the file is looked at again. */
function Onwards({ stage, file }: LoadPreviewPanelProps) {
  const { t } = useText();
  const { choice, looked, preview } = stage;
  if (!isSameChoice(choice, looked)) {
    return (
      <div className={styles.line}>
        <Button onClick={() => void file.send(stage.file, choice)}>{t('loads.lookAgain')}</Button>
        <Leave file={file} words={t('loads.leave')} />
      </div>
    );
  }
  return preview.months > 0 ? (
    <Confirm stage={stage} file={file} />
  ) : (
    <Leave file={file} words={t('monthFile.close')} />
  );
}

/** Why it is entered, whether rows to be mended are left out, and the button; what was typed stays where it fails. */
function Confirm({ stage, file }: LoadPreviewPanelProps) {
  const { t } = useText();
  const { person } = useSession();
  const kept = useKeptText(`xushi.load-reason.${person.name}`);
  const [isShort, setShort] = useState(false);
  const [isGoodOnly, setGoodOnly] = useState(false);
  const { months, counts } = stage.preview;
  const confirm = (): void => {
    const reason = kept.value;
    setShort(!isReason(reason));
    if (isReason(reason)) void file.confirm({ reason, rows: isGoodOnly ? 'good' : 'all' }, kept.forget);
  };
  return (
    <div className={styles.form}>
      <Textarea
        label={t('loads.reason')}
        value={kept.value}
        rows={2}
        maxLength={500}
        error={isShort ? t('loads.reasonShort') : undefined}
        onChange={(event) => kept.write(event.currentTarget.value)}
      />
      {counts.refused > 0 && (
        <Checkbox
          label={t('loads.goodRows', { count: counts.refused })}
          checked={isGoodOnly}
          onChange={() => setGoodOnly(!isGoodOnly)}
        />
      )}
      {stage.failure !== null && <ProblemView problem={stage.failure} />}
      {stage.isWriting && <Progress words={t('loads.writing')} />}
      <div className={styles.line}>
        <Button disabled={stage.isWriting || (counts.refused > 0 && !isGoodOnly)} onClick={confirm}>
          {t('loads.confirm', { months })}
        </Button>
        <Leave file={file} words={t('loads.leave')} />
      </div>
    </div>
  );
}

function Leave({ file, words }: { readonly file: LoadFile; readonly words: string }) {
  return (
    <div>
      <Button variant="default" onClick={file.leave}>
        {words}
      </Button>
    </div>
  );
}

const maxCells = 12;

/** How the file was read, and what in it wants a second look. */
function Remarks({ preview }: { readonly preview: LoadPreview }) {
  const { t } = useText();
  const { encoding, incomplete, otherSheets, formulas, formulaCount } = preview;
  const comma = t('monthFile.comma');
  const cells = formulas.slice(0, maxCells).map(({ column, row, value }) => `${column}${row} = ${value}`);
  return (
    <>
      {incomplete > 0 && <p>{t('loads.incomplete', { count: incomplete })}</p>}
      {otherSheets.length > 0 && <p>{t('loads.otherSheets', { names: otherSheets.join(comma) })}</p>}
      {formulaCount > 0 && (
        <p>
          {t('loads.formulas', { count: formulaCount, cells: cells.join(comma) })}
          {formulaCount > maxCells && t('loads.more', { count: maxCells })}
        </p>
      )}
      {encoding !== null && (
        <p className={styles.muted}>{t('monthFile.encoding', { encoding: encoding.toUpperCase() })}</p>
      )}
    </>
  );
}
