import type { Indicator } from '#api/indicators/contract.ts';
import type { Submission } from '#api/submissions/contract.ts';
import { returnedVersion } from '../../parts/submissions/subject.ts';
import { VersionChanges } from '../../parts/submissions/version-changes.tsx';
import { useText } from '../../text/messages/use-text.ts';

interface SinceReturnProps {
  readonly submission: Submission;
  readonly indicators: readonly Indicator[];
}

/** Why the version before came back and what was changed since, above the decision on it; nothing where none did. */
export function SinceReturn({ submission, indicators }: SinceReturnProps) {
  const { t } = useText();
  const [newest] = submission.versions;
  const returned = returnedVersion(submission);
  if (newest === undefined || returned === null) return null;
  return (
    <section>
      <h3>{t(`corrections.review.${returned.state === 'revoked' ? 'revokedTitle' : 'returnedTitle'}`)}</h3>
      <blockquote>{returned.returnReason ?? returned.revokeReason}</blockquote>
      <h3>{t('corrections.review.changes', { number: returned.number })}</h3>
      <VersionChanges version={newest} before={returned} indicators={indicators} />
    </section>
  );
}
