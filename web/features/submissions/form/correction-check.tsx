import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewCorrection } from '#api/corrections/contract.ts';
import type { CorrectionDraft, LaterMonths } from '#api/submissions/correction-contract.ts';
import { call } from '../../../api/call.ts';
import { EffectTable } from '../../../parts/corrections/effect-table.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { CorrectionTable } from './correction-table.tsx';
import type { Correction } from './correction-table.tsx';
import { LaterQuestion, monthsToAsk } from './later-question.tsx';
import type { TypedSheet } from './typed.ts';
import styles from './form.module.css';

interface CorrectionCheckProps {
  readonly subject: Subject;
  readonly sheet: TypedSheet;
  readonly corrections: readonly Correction[];
  /** What would be sent. */
  readonly body: CorrectionDraft;
  readonly later: LaterMonths | null;
  readonly isSending: boolean;
  readonly onAnswer: (later: LaterMonths) => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** The last look at a correction: both values, what becomes of later months, what would move, and sending it. */
export function CorrectionCheck({ subject, sheet, corrections, body, later, ...doing }: CorrectionCheckProps) {
  const { t } = useText();
  const months = monthsToAsk(subject, corrections);
  const isOpen = months.length > 0 && later === null;
  const [isMissed, setMissed] = useState(false);
  const send = (): void => {
    setMissed(isOpen);
    if (!isOpen) doing.onSend();
  };
  return (
    <section className={styles.check}>
      <h2>{t('submission.correct.caption')}</h2>
      <CorrectionTable subject={subject} asOf={sheet.asOf} corrections={corrections} />
      <Said of={{ ...sheet, kind: 'correction' }} indicators={subject.indicators} />
      <LaterQuestion months={months} answer={later} isMissed={isMissed && isOpen} onAnswer={doing.onAnswer} />
      {!isOpen && <Preview subject={subject} body={body} />}
      <div className={styles.actions}>
        <Button loading={doing.isSending} onClick={send}>
          {t('submission.correct.submit')}
        </Button>
        <Button variant="default" onClick={doing.onBack}>
          {t('submission.check.back')}
        </Button>
      </div>
    </section>
  );
}

/** What it would move, asked of the server, which has what the standings are made of. */
function Preview({ subject, body: { reason: _reason, ...draft } }: Pick<CorrectionCheckProps, 'subject' | 'body'>) {
  const { year, month, region, version } = subject.submission;
  const params = { year, month, region };
  const result = useQuery({
    queryKey: [previewCorrection.name, params, version, draft],
    queryFn: ({ signal }) => call(previewCorrection, { params, body: draft }, signal),
  });
  return <Loaded result={result}>{(effect) => <EffectTable effect={effect} />}</Loaded>;
}
