import { Link } from '@tanstack/react-router';
import type { Project } from '#api/projects/contract.ts';
import { buildingTypeWords, projectFields, stageWords, structureWords } from '#api/projects/fields.ts';
import { useRegions } from '../../api/reference.ts';
import { OriginMark } from '../../parts/origin-mark.tsx';
import { formatAmount, formatDay } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import { SortHeader } from '../../ui/sort-header.tsx';
import styles from './projects.module.css';

/** The ledger as a grid, a card a project below 64 em. */
export function ProjectTable({ projects }: { readonly projects: readonly Project[] }) {
  const { t, language } = useText();
  const wordsOf = (key: string): string => projectFields.find((field) => field.key === key)?.words[language] ?? key;
  const sorted = { from: '/projects', numeric: true } as const;
  return (
    <div className={tables.scroller}>
      <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
        <caption className="visually-hidden">{t('projects.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{wordsOf('name')}</th>
            <th scope="col" className={styles.words}>
              {t('projects.city')}
            </th>
            <th scope="col" className={styles.words}>
              {wordsOf('permit')}
            </th>
            <th scope="col" className={styles.words}>
              {wordsOf('buildingType')}
            </th>
            <SortHeader from="/projects" column="stage" label={t('projects.stage')} />
            <SortHeader from="/projects" column="start" label={wordsOf('startActual')} />
            <SortHeader {...sorted} column="total" label={wordsOf('totalArea')} />
            <SortHeader {...sorted} column="prefabricated" label={wordsOf('prefabricatedArea')} />
            <SortHeader {...sorted} column="rate" label={wordsOf('assemblyRate')} />
            <SortHeader {...sorted} column="hints" label={t('projects.hints')} />
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow key={project.id} project={project} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const whole = { decimals: 0 };

function ProjectRow({ project }: { readonly project: Project }) {
  const { language } = useText();
  const city = useRegions().get(project.region)?.short[language] ?? project.region;
  const { id, name, county, permit, unit, buildingType, structure, stage, startActual, startPlanned } = project;
  return (
    <tr>
      <th scope="row">
        <Link
          className={styles.link}
          from="/projects"
          to="."
          search={(before) => ({ ...before, open: id })}
          resetScroll={false}
        >
          {name}
        </Link>
        <OriginMark origins={[project.origin]} />
      </th>
      <td className={styles.words}>
        {city} <span className={styles.muted}>{county}</span>
      </td>
      <td className={styles.words}>{[permit, unit].filter(Boolean).join(' /\u00a0') || '--'}</td>
      <td className={styles.words}>
        {buildingTypeWords[buildingType][language]}{' '}
        <span className={styles.muted}>{structureWords[structure][language]}</span>
      </td>
      <td className={styles.short}>{stageWords[stage][language]}</td>
      <td className={styles.short}>
        {startActual === null && startPlanned !== null ? <Planned day={startPlanned} /> : formatDay(startActual)}
      </td>
      <td>{formatAmount(project.totalArea, whole)}</td>
      <td>{formatAmount(project.prefabricatedArea, whole)}</td>
      <td>{formatAmount(project.assemblyRate, { decimals: 2 })}</td>
      <td>{project.hints.length === 0 ? '' : project.hints.length}</td>
    </tr>
  );
}

function Planned({ day }: { readonly day: string }) {
  const { language } = useText();
  const words = projectFields.find(({ key }) => key === 'startPlanned')?.words[language];
  return (
    <span className={styles.muted}>
      {words} {formatDay(day)}
    </span>
  );
}
