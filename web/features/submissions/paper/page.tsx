import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { getSubmission } from '#api/submissions/contract.ts';
import type { Submission, SubmissionVersion } from '#api/submissions/contract.ts';
import { query } from '../../../api/queries.ts';
import { useIndicators, useRegions } from '../../../api/reference.ts';
import { useTitleOf } from '../../../api/account-titles.ts';
import { Receipt } from '../../../parts/submissions/receipt.tsx';
import { Said } from '../../../parts/submissions/said.tsx';
import { currentVersion } from '../../../parts/submissions/subject.ts';
import { formatInstant, formatMonth } from '../../../text/format.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { PaperFigures } from './paper-figures.tsx';
import styles from './paper.module.css';

const route = getRouteApi('/submissions/$year/$month/$region/paper');

/** A month on one sheet of A4, to be signed and sealed: a draft as it is saved, or what was sent with its receipt. */
export function Page() {
  const { year, month, region } = route.useParams();
  const params = { year: Number(year), month: Number(month), region };
  const result = useQuery(query(getSubmission, { params }));
  return <Loaded result={result}>{(submission) => <Paper submission={submission} />}</Loaded>;
}

function Paper({ submission }: { readonly submission: Submission }) {
  const { t, language } = useText();
  const region = useRegions().get(submission.region)?.name[language] ?? submission.region;
  const { year, month } = submission;
  const title = t('answers.paper.title', { region, month: formatMonth(year, month, language) });
  const version = currentVersion(submission);
  return (
    <>
      <PageHead title={title} printed={title}>
        <Link
          to="/submissions/$year/$month/$region"
          params={{ year: String(year), month: String(month), region: submission.region }}
          search={{}}
        >
          {t('answers.paper.back')}
        </Link>
        {version !== undefined && (
          <Button size="xs" onClick={() => window.print()}>
            {t('sprint.print')}
          </Button>
        )}
      </PageHead>
      {version === undefined ? <p>{t('answers.paper.none')}</p> : <Sheet submission={submission} version={version} />}
    </>
  );
}

interface SheetProps {
  readonly submission: Submission;
  readonly version: SubmissionVersion;
}

function Sheet({ submission, version }: SheetProps) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const indicators = [...useIndicators().values()].filter(({ code }) =>
    submission.context.some(({ indicator }) => indicator === code),
  );
  const { asOf, savedAt, savedBy, receipt } = version;
  return (
    <article className={styles.sheet}>
      <p>
        {t('submissions.history.asOf', { day: asOf })}
        {receipt === null && ` · ${t('answers.paper.draft', { person: titleOf(savedBy), at: formatInstant(savedAt) })}`}
      </p>
      <PaperFigures submission={submission} version={version} indicators={indicators} />
      <Said of={version} indicators={indicators} />
      <Receipt version={version} />
      <Signatures />
    </article>
  );
}

/** Where the sheet is signed and sealed by hand. */
function Signatures() {
  const { t } = useText();
  return (
    <section className={styles.signatures} aria-label={t('answers.paper.signatures')}>
      {(['filledBy', 'headedBy', 'day'] as const).map((line) => (
        <p key={line} className={styles.line}>
          {t(`answers.paper.${line}`)}
        </p>
      ))}
      <p className={styles.seal}>{t('answers.paper.seal')}</p>
    </section>
  );
}
