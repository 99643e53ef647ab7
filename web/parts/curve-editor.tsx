import { TextInput } from '@mantine/core';
import { CurvePicture } from '../charts/curve-picture.tsx';
import { formatPercent, formatList, formatShortMonth } from '../text/format.ts';
import { useText } from '../text/messages/use-text.ts';
import { moved, readCurve, shareAfter, type CurveTexts } from './curve-texts.ts';
import styles from './curve-editor.module.css';

interface CurveEditorProps {
  readonly texts: CurveTexts;
  readonly onWrite: (texts: CurveTexts) => void;
  /** What it was begun from, drawn thin, and what that line is. */
  readonly beside?: readonly number[] | undefined;
  readonly besideNote: string;
}

/** Twelve shares, moved in a picture or typed as numbers: both are the same texts. */
export function CurveEditor({ texts, onWrite, beside, besideNote }: CurveEditorProps) {
  const { t, language } = useText();
  const { points, wrong } = readCurve(texts);
  const monthName = (month: number): string => formatShortMonth(month, language);
  const onKey = (month: number, key: string): boolean => {
    const share = shareAfter(key, texts, month);
    if (share !== null) onWrite(moved(texts, month, share));
    return share !== null;
  };
  return (
    <div className={styles.editor}>
      <CurvePicture
        title={t('curves.picture')}
        points={points}
        beside={beside}
        monthName={monthName}
        shareText={(share) => formatPercent(share)}
        onMove={(month, share) => onWrite(moved(texts, month, share))}
        onKey={onKey}
      />
      {beside !== undefined && <p className={styles.note}>{besideNote}</p>}
      <Numbers texts={texts} wrong={wrong} onWrite={onWrite} />
      {wrong.size > 0 && (
        <p className={styles.wrong} role="status">
          {t('curves.wrong', { months: formatList([...wrong].map(monthName), language) })}
        </p>
      )}
    </div>
  );
}

interface NumbersProps extends Pick<CurveEditorProps, 'texts' | 'onWrite'> {
  readonly wrong: ReadonlySet<number>;
}

function Numbers({ texts, wrong, onWrite }: NumbersProps) {
  const { t, language } = useText();
  return (
    <fieldset className={styles.numbers}>
      <legend>{t('curves.numbers')}</legend>
      {texts.map((text, index) => (
        <TextInput
          // The months of a year never change their places.
          key={formatShortMonth(index + 1, language)}
          label={t('curves.monthEnd', { month: formatShortMonth(index + 1, language) })}
          size="xs"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          readOnly={index === 11}
          error={wrong.has(index + 1)}
          onChange={({ currentTarget: { value } }) => onWrite(texts.with(index, value))}
        />
      ))}
    </fieldset>
  );
}
