import { useText } from '../../messages/use-text.ts';
import { ChooseValues } from './choose-values.tsx';
import type { KeptDraft } from './draft-store.ts';
import type { Subject } from '../../submissions/subject.ts';
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
      title={t('report.choose.restoreTitle')}
      hint={t('report.choose.restoreHint')}
      words={{
        theirs: t('report.choose.server'),
        allMine: t('report.choose.restoreAll'),
        allTheirs: t('report.choose.allServer'),
      }}
      onChosen={onChosen}
    />
  );
}
