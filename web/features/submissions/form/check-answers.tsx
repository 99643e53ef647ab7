import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import type { Level } from '#api/measures/vocabulary.ts';
import type { Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import { figureUnitOf, formatSignedAmount, noValue } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { LevelPreview, LevelPreviews } from './level-preview.tsx';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { inUnitOf, sameFigure, storedFigure } from '../../../parts/submissions/figures.ts';
import { LedgerBeside } from '../../../parts/ledger-beside.tsx';
import { LevelCell } from '../../../parts/submissions/level-cell.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import { figuresOf, returnedVersion } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { missingWords, wantedWords } from './explanations.ts';
import { ExplanationsAsked } from './explanations-asked.tsx';
import { explanationProblems } from './problem-words.ts';
import type { TypedSheet } from './typed.ts';
import { PaperLink } from './paper-link.tsx';
import { useSending } from './use-sending.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import { takeFocus } from '../../../ui/take-focus.ts';
import tableStyles from '../../../ui/data-table.module.css';
import styles from './form.module.css';

interface CheckAnswersProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly previews: LevelPreviews;
  /** The level that must be explained; null where none must. */
  readonly explain: Level | null;
  readonly onChange: (sheet: TypedSheet) => void;
  /** Saves what was typed last, and gives the version to be sent; null where it could not be saved. */
  readonly saved: () => Promise<number | null>;
  readonly onBack: () => void;
  readonly onSubmitted: (submission: Submission) => void;
  readonly onFailed: (error: unknown) => void;
}

/** The last look before the submission is sent: every figure with its level, and what is to be said about it. */
export function CheckAnswers({ subject, sheet, previews, explain, onChange, onBack, ...sending }: CheckAnswersProps) {
  const { t } = useText();
  const { state, send } = useSending({ submission: subject.submission, ...sending });
  const isBusy = state === 'sending' || state === 'asking';
  const { wanted, problems, check } = useExplained(subject, sheet, previews, explain);
  return (
    <section className={styles.check} tabIndex={-1} ref={takeFocus} aria-labelledby="check-title">
      <h2 id="check-title">{t('submission.check.title')}</h2>
      <AnswersTable subject={subject} previews={previews} />
      <LedgerBeside
        from="/submissions/$year/$month/$region"
        region={subject.submission.region}
        year={subject.submission.year}
        month={subject.submission.month}
        reported={cumulativesOf(subject, previews)}
      />
      <p className={styles.muted}>{t('submission.form.rule')}</p>
      <p>{t('submissions.history.asOf', { day: sheet.asOf })}</p>
      <Said of={{ ...sheet, cause: '', remedies: '', words: {}, kind: 'submission' }} indicators={[]} />
      <ExplanationsAsked sheet={sheet} explain={explain} wanted={wanted} problems={problems} onChange={onChange} />
      <p>{t('submission.check.hint')}</p>
      <output>
        {(state === 'asking' || state === 'unsent') && t(`submission.check.${state}`)}
        {state === 'unsaved' && t('answers.unsaved')}
      </output>
      <div className={styles.actions}>
        <Button loading={isBusy} onClick={() => check() && send()}>
          {t('submission.check.submit')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={onBack}>
          {t('submission.check.back')}
        </Button>
      </div>
      <PaperLink submission={subject.submission} />
    </section>
  );
}

/** The figures that are about to be sent, in their units, which are held against the ledger. */
function cumulativesOf({ indicators }: Subject, previews: LevelPreviews): ReadonlyMap<string, number> {
  return new Map(
    indicators.flatMap((indicator): [string, number][] => {
      const reading = previews.get(indicator.code)?.reading;
      return reading?.state === 'read' ? [[indicator.code, inUnit(reading.figure.cumulative, indicator.scale)]] : [];
    }),
  );
}

/** What is to be explained, and once it was to be sent what of that is missing; the first missing one takes the focus. */
function useExplained(subject: Subject, sheet: TypedSheet, previews: LevelPreviews, explain: Level | null) {
  const words = useText();
  const [wasTried, setTried] = useState(false);
  const wanted = wantedWords(subject, previews);
  const missing = [...explanationProblems(words, sheet, explain), ...missingWords(words, wanted, sheet)];
  const check = (): boolean => {
    setTried(true);
    const [first] = missing;
    if (first?.field != null) document.querySelector<HTMLElement>(`#${CSS.escape(first.field)}`)?.focus();
    return first === undefined;
  };
  return { wanted, problems: wasTried ? missing : [], check };
}

/** Every figure that is about to be sent; after a return what it was then stands beside it where it has changed. */
function AnswersTable({ subject, previews }: Pick<CheckAnswersProps, 'subject' | 'previews'>) {
  const { t } = useText();
  const returned = returnedVersion(subject.submission);
  return (
    <table ref={cardLabels} className={tableStyles.table}>
      <caption className="visually-hidden">{t('submission.check.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submission.check.indicator')}</th>
          <th scope="col">{t('submission.check.figure')}</th>
          <th scope="col">{t('submission.check.increment')}</th>
          <th scope="col">{t('submission.check.lastMonth')}</th>
          {returned !== null && <th scope="col">{t('submission.check.returned')}</th>}
          <th scope="col" className={tableStyles.level}>
            {t('submission.check.level')}
          </th>
        </tr>
      </thead>
      <tbody>
        {subject.indicators.map((indicator) => (
          <AnswerRow
            key={indicator.code}
            subject={subject}
            indicator={indicator}
            preview={previews.get(indicator.code)}
            returned={returned}
          />
        ))}
      </tbody>
    </table>
  );
}

interface AnswerRowProps {
  readonly subject: Subject;
  readonly indicator: Indicator;
  readonly preview: LevelPreview | undefined;
  readonly returned: SubmissionVersion | null;
}

function AnswerRow({ subject, indicator, preview, returned }: AnswerRowProps) {
  const { language } = useText();
  const figure = preview?.reading.state === 'read' ? preview.reading.figure : null;
  const absence = preview?.reading.state === 'absent' ? preview.reading.absence : undefined;
  const base = subject.bases.get(indicator.code) ?? null;
  const lastMonth = subject.context.get(indicator.code)?.lastMonth ?? null;
  const before = figuresOf(returned).get(indicator.code);
  const hasChanged = before !== undefined && !sameFigure(figure, storedFigure(indicator, before));
  const added = figure === null || base === null ? null : inUnit(incrementOf(figure.cumulative, base), indicator.scale);
  return (
    <tr>
      <th scope="row">
        {indicator.short[language]} <span className={tableStyles.muted}>({figureUnitOf(indicator, language)})</span>
      </th>
      <td className={hasChanged ? tableStyles.changed : undefined}>
        <FigureValue
          indicator={indicator}
          figure={figure === null ? null : inUnitOf(indicator, figure)}
          absence={absence}
        />
      </td>
      <td>{indicator.kind === 'ratio' ? noValue : formatSignedAmount(added, indicator)}</td>
      <td>
        <FigureValue indicator={indicator} figure={lastMonth} />
      </td>
      {returned !== null && (
        <td>
          <FigureValue indicator={indicator} figure={before ?? null} />
        </td>
      )}
      <td className={tableStyles.level}>
        <LevelCell standing={preview?.standing ?? null} />
      </td>
    </tr>
  );
}
