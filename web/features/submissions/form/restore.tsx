import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../../text/messages/use-text.ts';
import { ChooseValues, differences } from './choose-values.tsx';
import { readKept } from './draft-store.ts';
import type { DraftOwner } from './draft-store.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';

interface RestoreProps {
  readonly owner: DraftOwner;
  readonly subject: Subject;
  readonly saved: TypedSheet;
  readonly onChosen: (sheet: TypedSheet) => void;
  /** The form, once nothing is left to choose. */
  readonly children: ReactNode;
}

/** What this device kept of an earlier visit beside what the server has, until one is chosen; then the form. */
export function Restore({ owner, subject, saved, onChosen, children }: RestoreProps) {
  const { t } = useText();
  const [kept, setKept] = useState(() => {
    const found = readKept(owner);
    return found === null || differences(subject, found.typed, saved).length === 0 ? null : found;
  });
  if (kept === null) return children;
  return (
    <ChooseValues
      subject={subject}
      mine={kept.typed}
      theirs={saved}
      title={t('submission.choose.restoreTitle')}
      hint={t('submission.choose.restoreHint')}
      words={{
        theirs: t('submission.choose.server'),
        allMine: t('submission.choose.restoreAll'),
        allTheirs: t('submission.choose.allServer'),
      }}
      onChosen={(sheet) => {
        setKept(null);
        onChosen(sheet);
      }}
    />
  );
}
