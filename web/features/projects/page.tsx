import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listProjects, type Project, type ProjectFilter } from '#api/projects/contract.ts';
import { projectsTable } from '#api/tables/contract.ts';
import { dayParts } from '#api/measures/calendar.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { LedgerBeside } from '../../parts/ledger-beside.tsx';
import { NotedOrigins } from '../../parts/noted-origins.tsx';
import { TableLinks } from '../../parts/table-links.tsx';
import { formatAmount } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Fold } from '../../ui/fold.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProjectFilters } from './project-filters.tsx';
import { ProjectImport } from './project-import.tsx';
import { NewProject, ProjectPanel } from './project-panel.tsx';
import { ProjectTable } from './project-table.tsx';
import { prefabricatedSum, sortedProjects } from './rows.ts';
import styles from './projects.module.css';

const route = getRouteApi('/projects');

/** The project ledger: found, filtered, sorted, taken out and in; a bureau writes its own city's. */
export function Page() {
  const { t } = useText();
  const { region, stage, year, find } = route.useSearch();
  const filter: ProjectFilter = {
    ...(region !== undefined && { region }),
    ...(stage !== undefined && { stage }),
    ...(year !== undefined && { year }),
    ...(find !== undefined && { find }),
  };
  const result = useQuery(query(listProjects, { query: filter }));
  return (
    <>
      {result.data === undefined && <PageHead title={t('projects.title')} />}
      <Loaded result={result}>
        {({ projects, can }) => <Ledger projects={projects} mayAdd={can.add} filter={filter} />}
      </Loaded>
    </>
  );
}

interface LedgerProps {
  readonly projects: readonly Project[];
  readonly mayAdd: boolean;
  readonly filter: ProjectFilter;
}

function Ledger({ projects, mayAdd, filter }: LedgerProps) {
  const { t, language } = useText();
  const { sort, open } = route.useSearch();
  const hints = projects.filter((project) => project.hints.length > 0).length;
  const area = formatAmount(prefabricatedSum(projects), { decimals: 2 });
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHead title={t('projects.title')} sentence={t('projects.sentence', { count: projects.length, area, hints })}>
        <ProjectFilters />
      </PageHead>
      <div className={styles.page}>
        {mayAdd && <Tools />}
        {open === 'add' && mayAdd && <NewProject />}
        {open !== undefined && open !== 'add' && open !== 'import' && <ProjectPanel key={open} id={open} />}
        {projects.length === 0 ? (
          <p>{t(mayAdd && !isFiltered ? 'projects.emptyBureau' : 'projects.empty')}</p>
        ) : (
          <NotedOrigins values={projects.map(({ origin }) => [origin])}>
            <ProjectTable projects={sortedProjects(projects, sort)} />
          </NotedOrigins>
        )}
        <p className={styles.muted}>{t('projects.note')}</p>
        <TableLinks addressOf={(format) => fileAddress(projectsTable, { query: { ...filter, language, format } })} />
        <Sums filter={filter} />
      </div>
    </>
  );
}

/** What a bureau does: adds a project, or takes a file in. */
function Tools() {
  const { t } = useText();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (isOpen: boolean): void =>
    void navigate({ search: (before) => ({ ...before, open: isOpen ? 'import' : undefined }), resetScroll: false });
  return (
    <>
      <p>
        <Link className={styles.link} from="/projects" to="." search={(before) => ({ ...before, open: 'add' })}>
          {t('projects.add')}
        </Link>
      </p>
      <Fold title={t('projects.file.title')} isOpen={open === 'import'} onChange={change}>
        <ProjectImport />
      </Fold>
    </>
  );
}

/** The sums of one city beside its reports. */
function Sums({ filter }: { readonly filter: ProjectFilter }) {
  const { today, person } = useSession();
  const region = person.region ?? filter.region;
  if (region === undefined) return null;
  return <LedgerBeside region={region} year={filter.year ?? dayParts(today).year} month={null} from="/projects" />;
}
