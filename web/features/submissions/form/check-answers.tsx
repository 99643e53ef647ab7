import { Button } from '@mantine/core';
import type { Indicator } from '#api/indicators/contract.ts';
import { inUnit } from '#api/figures/figure-text.ts';
import type { Hint, Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { notReportedHint } from '#api/submissions/hints.ts';
import { incrementOf } from '#api/submissions/preview.ts';
import { figureUnitOf, formatSignedAmount, noValue } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import type { LevelPreview, LevelPreviews } from './level-preview.tsx';
import { FigureValue } from '../../../parts/submissions/figure-value.tsx';
import { inUnitOf, sameFigure, storedFigure } from '../../../parts/submissions/figures.ts';
import { hintText } from '../../../parts/submissions/hint-words.ts';
import { LevelCell } from '../../../parts/submissions/level-cell.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import { figuresOf, returnedVersion } from '../../../parts/submissions/subject.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';
import { useSending } from './use-sending.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import tableStyles from '../../../ui/data-table.module.css';
import styles from './form.module.css';

interface CheckAnswersProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly previews: LevelPreviews;
  readonly version: number;
  readonly onBack: () => void;
  readonly onSubmitted: (submission: Submission) => void;
  readonly onFailed: (error: unknown) => void;
}

/** The last look before the submission is sent: every figure with its level, and what was said about it. */
export function CheckAnswers({ subject, sheet, previews, version, onBack, onSubmitted, onFailed }: CheckAnswersProps) {
  const { t } = useText();
  const { state, send } = useSending({ submission: subject.submission, version, onSubmitted, onFailed });
  const isBusy = state === 'sending' || state === 'asking';
  return (
    <section className={styles.check} tabIndex={-1} ref={takeFocus} aria-labelledby="check-title">
      <h2 id="check-title">{t('submission.check.title')}</h2>
      <AnswersTable subject={subject} previews={previews} />
      <Hints subject={subject} previews={previews} />
      <p className={styles.muted}>{t('submission.form.rule')}</p>
      <p>{t('submissions.history.asOf', { day: sheet.asOf })}</p>
      <Said of={{ ...sheet, kind: 'submission' }} />
      <p>{t('submission.check.hint')}</p>
      <output>{(state === 'asking' || state === 'unsent') && t(`submission.check.${state}`)}</output>
      <div className={styles.actions}>
        <Button loading={isBusy} onClick={send}>
          {t('submission.check.submit')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={onBack}>
          {t('submission.check.back')}
        </Button>
      </div>
    </section>
  );
}

/** What a reviewer will be pointed to: to look at once more, never in the way. */
function Hints({ subject, previews }: Pick<CheckAnswersProps, 'subject' | 'previews'>) {
  const { t, language } = useText();
  const sentences = subject.indicators.flatMap((indicator) =>
    hintsOn(subject, indicator, previews).map((hint) => hintText({ t, language }, hint, indicator)),
  );
  if (sentences.length === 0) return null;
  return (
    <section className={styles.notice} aria-labelledby="check-hints">
      <h3 id="check-hints">{t('submission.check.hints')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={styles.muted}>{t('submission.check.hintsNote')}</p>
    </section>
  );
}

/** The review's hints on an indicator; what is left out has one too. */
function hintsOn(subject: Subject, { code }: Indicator, previews: LevelPreviews): readonly Hint[] {
  const { reading, hints = [] } = previews.get(code) ?? {};
  const context = subject.context.get(code);
  const leftOut = reading?.state === 'empty' && context !== undefined ? notReportedHint(code, context) : null;
  return leftOut === null ? hints : [leftOut];
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
        <FigureValue indicator={indicator} figure={figure === null ? null : inUnitOf(indicator, figure)} />
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

function takeFocus(section: HTMLElement | null): void {
  section?.focus();
}
