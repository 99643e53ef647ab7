import { Textarea } from '@mantine/core';
import type { Level } from '#api/measures/vocabulary.ts';
import { hintText } from '../../../parts/submissions/hint-words.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { withWord, wordId } from './explanations.ts';
import type { WantedWord } from './explanations.ts';
import { textId } from './problem-words.ts';
import type { FormProblem } from './problem-words.ts';
import type { TypedSheet } from './typed.ts';
import styles from './form.module.css';

interface ExplanationsAskedProps {
  readonly sheet: TypedSheet;
  /** The level that must be explained; null where none must. */
  readonly explain: Level | null;
  readonly wanted: readonly WantedWord[];
  /** What was missing when it was to be sent. */
  readonly problems: readonly FormProblem[];
  readonly onChange: (sheet: TypedSheet) => void;
}

/** Everything that is to be explained, asked once: cause and remedies of the level, and a word on what strikes. */
export function ExplanationsAsked({ sheet, explain, wanted, problems, onChange }: ExplanationsAskedProps) {
  const { t } = useText();
  // Where nothing must be explained any more, what was written before stays in view.
  const isCauseAsked = explain !== null || sheet.cause !== '' || sheet.remedies !== '';
  if (!isCauseAsked && wanted.length === 0) return null;
  return (
    <section className={styles.explanation} aria-labelledby="explanations-title">
      <h3 id="explanations-title">{t(isCauseAsked ? 'submission.form.explanation' : 'answers.title')}</h3>
      {explain !== null && <p>{t('submission.form.explain', { level: t(`levels.word.${explain}`) })}</p>}
      {isCauseAsked &&
        (['cause', 'remedies'] as const).map((field) => (
          <Asked
            key={field}
            id={textId(field)}
            label={t(`submission.form.${field}`)}
            value={sheet[field]}
            rows={3}
            maxLength={2000}
            problems={problems}
            onType={(text) => onChange({ ...sheet, [field]: text })}
          />
        ))}
      {wanted.some(({ hints }) => hints.length > 0) && <p>{t('answers.wanted')}</p>}
      {wanted.map((one) => (
        <Wanted key={one.indicator.code} wanted={one} sheet={sheet} problems={problems} onChange={onChange} />
      ))}
    </section>
  );
}

interface WantedProps extends Pick<ExplanationsAskedProps, 'sheet' | 'problems' | 'onChange'> {
  readonly wanted: WantedWord;
}

/** What strikes in one indicator, and the word on it. */
function Wanted({ wanted: { indicator, hints, isRequired }, sheet, problems, onChange }: WantedProps) {
  const words = useText();
  const { t, language } = words;
  const name = { indicator: indicator.short[language] };
  return (
    <div className={styles.wanted}>
      <ul>
        {hints.map((hint) => (
          <li key={hint.code}>{hintText(words, hint, indicator)}</li>
        ))}
      </ul>
      <Asked
        id={wordId(indicator.code)}
        label={t(isRequired ? 'answers.why' : 'answers.word', name)}
        value={sheet.words[indicator.code] ?? ''}
        rows={1}
        maxLength={500}
        problems={problems}
        onType={(text) => onChange(withWord(sheet, indicator.code, text))}
      />
    </div>
  );
}

interface AskedProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly problems: readonly FormProblem[];
  readonly onType: (text: string) => void;
}

function Asked({ id, label, value, rows, maxLength, problems, onType }: AskedProps) {
  return (
    <Textarea
      id={id}
      label={label}
      value={value}
      rows={rows}
      maxLength={maxLength}
      resize="vertical"
      error={problems.find(({ field }) => field === id)?.sentence}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
