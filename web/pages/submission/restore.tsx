import { formatInstant } from '../../format.ts';
import { useText } from '../../messages/use-text.ts';
import { ChooseValues } from './choose-values.tsx';
import type { KeptDraft } from './draft-store.ts';
import type { Subject } from './subject.ts';
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
      title={t('submissions.choose.restoreTitle', { at: formatInstant(kept.keptAt) })}
      hint={t('submissions.choose.restoreHint')}
      words={{
        theirs: t('submissions.choose.server'),
        allMine: t('submissions.choose.restoreAll'),
        allTheirs: t('submissions.choose.allServer'),
      }}
      onChosen={onChosen}
    />
  );
}
