import { Button, NativeSelect, TextInput } from '@mantine/core';
import { projectKinds } from '#api/openings/contract.ts';
import { useText } from '../../text/messages/use-text.ts';
import { blankProject, nextId, withRow } from './draft.ts';
import type { ProjectDraft } from './draft.ts';
import styles from './page.module.css';

interface ProjectRowsProps {
  readonly rows: readonly ProjectDraft[];
  readonly year: number;
  readonly onChange: (rows: readonly ProjectDraft[]) => void;
}

/** The projects of a plan while it is written. */
export function ProjectRows({ rows, year, onChange }: ProjectRowsProps) {
  const { t } = useText();
  return (
    <fieldset className={styles.form}>
      <legend>{t('openings.projects')}</legend>
      {rows.map((project, at) => (
        <div key={project.id} className={styles.row}>
          <ProjectFields
            project={project}
            n={at + 1}
            year={year}
            onChange={(change) => onChange(withRow(rows, project.id, change))}
          />
          <Button variant="subtle" onClick={() => onChange(rows.filter(({ id }) => id !== project.id))}>
            {t('openings.drop', { n: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...rows, { ...blankProject, id: nextId(rows) }])}>
          {t('openings.addProject')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ProjectFieldsProps {
  readonly project: ProjectDraft;
  readonly n: number;
  readonly year: number;
  readonly onChange: (change: Partial<ProjectDraft>) => void;
}

function ProjectFields({ project: { name, kind, area, startsOn }, n, year, onChange }: ProjectFieldsProps) {
  const { t } = useText();
  const kinds = projectKinds.map((value) => ({ value, label: t(`openings.kinds.${value}`) }));
  return (
    <>
      <TextInput
        className={styles.wide}
        label={t('openings.row', { n, field: t('openings.name') })}
        maxLength={100}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('openings.row', { n, field: t('openings.kind') })}
        value={kind}
        data={kinds}
        onChange={(event) => {
          const chosen = projectKinds.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange({ kind: chosen });
        }}
      />
      <TextInput
        label={t('openings.row', { n, field: t('openings.area') })}
        inputMode="decimal"
        maxLength={64}
        value={area}
        onChange={(event) => onChange({ area: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('openings.row', { n, field: t('openings.startsOn') })}
        min={`${year}-01-01`}
        max={`${year}-03-31`}
        value={startsOn}
        onChange={(event) => onChange({ startsOn: event.currentTarget.value })}
      />
    </>
  );
}
