import type { Opening } from '#api/openings/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import tables from '../../ui/data-table.module.css';
import styles from './page.module.css';

/** The projects of a first-quarter plan, as they were given. */
export function ProjectTable({ projects }: Pick<Opening, 'projects'>) {
  const { t } = useText();
  return (
    <table ref={cardLabels} className={`${tables.table} ${styles.table}`}>
      <caption className="visually-hidden">{t('openings.projects')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('openings.name')}</th>
          <th scope="col">{t('openings.kind')}</th>
          <th scope="col">{t('openings.area')}</th>
          <th scope="col">{t('openings.startsOn')}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map(({ name, kind, area, startsOn }) => (
          <tr key={`${name} ${startsOn}`}>
            <th scope="row">{name}</th>
            <td>{t(`openings.kinds.${kind}`)}</td>
            <td>{area}</td>
            <td>{startsOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
