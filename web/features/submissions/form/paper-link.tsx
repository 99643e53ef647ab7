import { Link } from '@tanstack/react-router';
import type { Submission } from '#api/submissions/contract.ts';
import { useText } from '../../../text/messages/use-text.ts';

/** The way to the month on a sheet of paper, to be signed and sealed. */
export function PaperLink({ submission: { year, month, region } }: { readonly submission: Submission }) {
  const { t } = useText();
  return (
    <p>
      <Link to="/submissions/$year/$month/$region/paper" params={{ year: String(year), month: String(month), region }}>
        {t('answers.paper.open')}
      </Link>
    </p>
  );
}
