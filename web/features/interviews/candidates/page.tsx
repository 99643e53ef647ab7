import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { listCandidates } from '#api/escalations/contract.ts';
import type { Candidates } from '#api/escalations/contract.ts';
import { query } from '../../../api/queries.ts';
import { usePeriod } from '../../../parts/period.ts';
import { PeriodSelect } from '../../../parts/period-select.tsx';
import { formatMonthName } from '../../../text/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import type { Text } from '../../../text/messages/catalogue.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { CandidateTable } from './candidate-table.tsx';
import { LadderForm } from './ladder-form.tsx';
import { StepForm } from './step-form.tsx';
import styles from '../interview.module.css';

const address = '/interviews/candidates';
const route = getRouteApi(address);

/** Whom to call in: the cities by their lag. Choosing is an official's; nothing happens by itself. */
export function Page() {
  const period = usePeriod(address);
  const result = useQuery(query(listCandidates, { query: period }));
  return <Loaded result={result}>{(reply) => <View reply={reply} />}</Loaded>;
}

function View({ reply }: { readonly reply: Candidates }) {
  const { t, language } = useText();
  const { ladder } = route.useSearch();
  const month = formatMonthName(reply.month, language);
  const isJudged = reply.candidates.some(({ level }) => level !== 'no-target' && level !== 'no-data');
  const sentence = isJudged ? lagSentence(reply, month, t) : t('callIn.nothingJudged', { month });
  return (
    <>
      <PageHead title={t('callIn.title')} sentence={sentence} printed={`${t('callIn.title')} · ${reply.year} ${month}`}>
        <PeriodSelect from={address} months={reply.months} />
      </PageHead>
      {!isJudged && (
        <Link to="/targets" search={{ year: reply.year }}>
          {t('callIn.setTargets')}
        </Link>
      )}
      <Chosen reply={reply} />
      <StepForm reply={reply} />
      {ladder === 'edited' ? <LadderForm ladder={reply.ladder} /> : <LadderSteps reply={reply} />}
      {reply.invented && <p className={styles.caption}>{t('callIn.invented')}</p>}
    </>
  );
}

function lagSentence({ candidates }: Candidates, month: string, t: Text): string {
  const countOf = (level: string) => candidates.filter((one) => one.level === level).length;
  return t('callIn.sentence', { month, behind: countOf('behind'), watch: countOf('watch') });
}

/** The table and the way to an interview with the cities that are selected in the address. */
function Chosen({ reply }: { readonly reply: Candidates }) {
  const { t } = useText();
  const { regions = '' } = route.useSearch();
  const navigate = useNavigate({ from: address });
  const chosen = regions === '' ? [] : regions.split('.');
  const toggle = (region: string): void => {
    const next = chosen.includes(region) ? chosen.filter((one) => one !== region) : [...chosen, region];
    const said = next.length === 0 ? undefined : next.join('.');
    void navigate({ to: '.', search: (before) => ({ ...before, regions: said }), replace: true, resetScroll: false });
  };
  return (
    <>
      <CandidateTable reply={reply} chosen={chosen} onToggle={toggle} />
      <p>
        {chosen.length === 0 ? (
          t('callIn.choose')
        ) : (
          <Link to="/interviews/new" search={{ regions }}>
            {t('callIn.start', { n: chosen.length })}
          </Link>
        )}
      </p>
    </>
  );
}

function LadderSteps({ reply }: { readonly reply: Candidates }) {
  const { t, language } = useText();
  return (
    <section className={styles.meeting} aria-labelledby="ladder">
      <h2 id="ladder">{t('callIn.ladder')}</h2>
      <p className={styles.caption}>{t('callIn.ladderHint')}</p>
      <ol className={styles.ladder}>
        {reply.ladder.steps.map((step) => (
          <li key={step.key}>
            <strong>{step.name[language]}</strong> {step.description[language]}
          </li>
        ))}
      </ol>
      <Link
        from={address}
        to={address}
        search={(before) => ({ ...before, ladder: 'edited' as const })}
        resetScroll={false}
      >
        {t('callIn.editLadder')}
      </Link>
    </section>
  );
}
