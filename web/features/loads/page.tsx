import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dayParts } from '#api/measures/calendar.ts';
import { downloadLoadTemplate, listLoads, type LoadLine } from '#api/loads/contract.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { Words } from '../../text/messages/words.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Tag } from '../../ui/tag.tsx';
import { YearSelect } from '../../ui/year-select.tsx';
import { CardTable } from './card-table.tsx';
import { LoadPreviewPanel } from './load-preview.tsx';
import { Progress } from './progress.tsx';
import styles from './loads.module.css';
import { useLoadFile, type LoadFile } from './use-load-file.ts';

const route = getRouteApi('/loads');

/** What the department enters in the bureaus' place: a file of many cities and months, and what became of each before. */
export function Page() {
  const { t } = useText();
  const { year: now } = dayParts(useSession().today);
  const { year = now } = route.useSearch();
  const result = useQuery(query(listLoads, {}));
  return (
    <>
      {result.isLoadingError && <PageHead title={t('loads.title')} />}
      <Loaded result={result}>
        {({ loads }) => (
          <>
            <PageHead title={t('loads.title')} sentence={sentenceOf(loads, t)}>
              <YearSelect from="/loads" year={year} years={[0, 1, 2, 3, 4, 5].map((ago) => now - ago)} />
            </PageHead>
            <div className={styles.page}>
              <ByFile year={year} />
              <Lines loads={loads} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function sentenceOf(loads: readonly LoadLine[], t: Words['t']): string {
  const count = loads.filter(({ state }) => state === 'waiting').length;
  return count === 0 ? t('loads.sentenceNone') : t('loads.sentence', { count });
}

function ByFile({ year }: { readonly year: number }) {
  const { t, language } = useText();
  const file = useLoadFile();
  return (
    <section className={styles.section} aria-labelledby="load-file-title">
      <h2 id="load-file-title">{t('loads.file')}</h2>
      <p className={styles.muted}>{t('loads.hint')}</p>
      <div className={styles.line}>
        <span>{t('loads.template', { year })}</span>
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} download href={fileAddress(downloadLoadTemplate, { query: { year, language, format } })}>
            {t(`everywhere.table.${format}`)}
          </a>
        ))}
        <ChooseFiles
          label={t('loads.choose')}
          offered=".xlsx,.csv"
          onChosen={([chosen]) => chosen !== undefined && void file.send(chosen)}
        />
      </div>
      <Stage file={file} />
    </section>
  );
}

function Stage({ file }: { readonly file: LoadFile }) {
  const { t } = useText();
  const { stage } = file;
  switch (stage.is) {
    case 'none':
      return file.kept === null ? null : <Kept file={file} kept={file.kept} />;
    case 'sending': {
      const { percent } = stage;
      const { name } = stage.file;
      const words = percent < 100 ? t('loads.sending', { name, percent }) : t('loads.reading', { name });
      return <Progress words={words} {...(percent < 100 && { percent })} />;
    }
    case 'failed':
      return <ProblemView problem={stage.problem} retry={() => void file.send(stage.file, file.kept?.choice)} />;
    case 'done':
      return <output>{t('loads.done')}</output>;
    case 'preview':
      return <LoadPreviewPanel stage={stage} file={file} />;
  }
}

/** What was chosen before the page was loaded again: gone on with by a press, with all that was decided. */
function Kept({ file, kept }: { readonly file: LoadFile; readonly kept: NonNullable<LoadFile['kept']> }) {
  const { t } = useText();
  return (
    <div className={styles.line} role="status">
      <span>{t('loads.kept', { name: kept.file.name })}</span>
      <Button onClick={() => void file.send(kept.file, kept.choice)}>{t('loads.goOn')}</Button>
      <Button variant="default" onClick={file.leave}>
        {t('loads.leave')}
      </Button>
    </div>
  );
}

const columns = ['at', 'by', 'what', 'why', 'months', 'state', 'open'] as const;

function Lines({ loads }: { readonly loads: readonly LoadLine[] }) {
  const { t } = useText();
  return (
    <section className={styles.section} aria-labelledby="loads-title">
      <h2 id="loads-title">{t('loads.list')}</h2>
      {loads.length === 0 ? (
        <p className={styles.muted}>{t('loads.listEmpty')}</p>
      ) : (
        <CardTable caption={t('loads.list')} columns={columns.map((column) => t(`loads.${column}`))}>
          {loads.map((load) => (
            <Line key={load.id} load={load} />
          ))}
        </CardTable>
      )}
    </section>
  );
}

function Line({ load }: { readonly load: LoadLine }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  const { id, at, by, fileName, reason, months, state } = load;
  return (
    <tr>
      <th scope="row">{formatInstant(at)}</th>
      <td>{titleOf(by)}</td>
      <td>{fileName ?? t('loads.typed')}</td>
      <td>{reason}</td>
      <td>{months.waiting + months.accepted + months.withdrawn}</td>
      <td>
        <Tag tone={state === 'waiting' ? 'strong' : 'plain'}>{t(`loads.states.${state}`)}</Tag>
      </td>
      <td>
        <Link className={styles.link} to="/loads/$id" params={{ id }}>
          {t('loads.open')}
        </Link>
      </td>
    </tr>
  );
}
