import type { NamedProject } from '#api/back-plans/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProjectWords } from './plan-contents.tsx';
import styles from './page.module.css';

interface ProjectChoiceProps {
  readonly ledger: readonly NamedProject[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The city's projects, those that count first; each can be named by the plan. */
export function ProjectChoice({ ledger, chosen, onChange }: ProjectChoiceProps) {
  const { t } = useText();
  const shown = ledger.toSorted((a, b) => Number(b.counts) - Number(a.counts));
  return (
    <fieldset className={styles.projects}>
      <legend>{t('backPlans.projects')}</legend>
      {shown.length === 0 && <p>{t('backPlans.noLedger')}</p>}
      {shown.map((project) => (
        <label key={project.id}>
          <input
            type="checkbox"
            checked={chosen.includes(project.id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, project.id] : chosen.filter((id) => id !== project.id))
            }
          />{' '}
          <ProjectWords project={project} />
        </label>
      ))}
    </fieldset>
  );
}
