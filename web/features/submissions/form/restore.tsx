import { useText } from '../../../text/messages/use-text.ts';
import { ChooseValues } from './choose-values.tsx';
import type { KeptDraft } from './draft-store.ts';
import type { Subject } from '../../../parts/submissions/subject.ts';
import type { TypedSheet } from './typed.ts';

interface RestoreProps {
  readonly subject: Subject;
  readonly kept: KeptDraft;
  readonly saved: TypedSheet;
  readonly onChosen: (sheet: TypedSheet) => void;
}

/** What this device kept of an earlier visit beside what the server has. */
export function Restore({ subject, kept, saved, onChosen }: RestoreProps) {
  const { t } = useText();
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
      onChosen={onChosen}
    />
  );
}
