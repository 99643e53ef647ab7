import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addProject, editProject, getProject, type ProjectReply } from '#api/projects/contract.ts';
import { blankProject, cellOf } from '#api/projects/field-text.ts';
import { projectFields, type ProjectField } from '#api/projects/fields.ts';
import type { Language } from '#api/http/problem.ts';
import { hintSentence } from '#api/projects/hint-words.ts';
import { call } from '../../api/call.ts';
import { query } from '../../api/queries.ts';
import { useTitleOf } from '../../api/account-titles.ts';
import { formatAmount, formatInstant, noValue } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { ProjectEvidence } from './project-evidence.tsx';
import { ProjectForm } from './project-form.tsx';
import { WithdrawProject } from './withdraw-project.tsx';
import { takeFocus } from '../../ui/take-focus.ts';
import styles from './projects.module.css';

const route = getRouteApi('/projects');

/** One project: what is known of it, what strikes, its files and its history; its bureau changes it here. */
export function ProjectPanel({ id }: { readonly id: string }) {
  const result = useQuery(query(getProject, { params: { project: id } }));
  return <Loaded result={result}>{(project) => <Opened project={project} />}</Loaded>;
}

function Opened({ project }: { readonly project: ProjectReply }) {
  const { t } = useText();
  const { id, version, can, withdrawn, name } = project;
  const titleOf = useTitleOf();
  return (
    <Panel title={name}>
      {project.origin === 'invented' && <p className={styles.muted}>{t('everywhere.invented')}</p>}
      {withdrawn !== null && (
        <p>
          {t('projects.withdrawn', {
            person: titleOf(withdrawn.person),
            at: formatInstant(withdrawn.at),
            reason: withdrawn.reason,
          })}
        </p>
      )}
      <Hints project={project} />
      {can.edit ? (
        <ProjectForm
          key={version}
          place={id}
          version={version}
          project={project}
          withReason
          send={(input, { reason, ...sent }) =>
            call(editProject, { params: { project: id }, body: { ...input, reason }, ...sent })
          }
        />
      ) : (
        <Fields project={project} />
      )}
      <ProjectEvidence id={id} />
      <History project={project} />
      {can.edit && <WithdrawProject key={`withdraw ${version}`} id={id} version={version} />}
    </Panel>
  );
}

/** A project that is not in the ledger yet. */
export function NewProject() {
  const { t } = useText();
  const navigate = route.useNavigate();
  const project = { ...blankProject, buildingType: 'housing', structure: 'concrete' } as const;
  return (
    <Panel title={t('projects.newTitle')}>
      <ProjectForm
        place="new"
        version={0}
        project={project}
        withReason={false}
        send={async (input, { idempotencyKey }) => {
          const added = await call(addProject, { body: input, idempotencyKey });
          await navigate({ search: (before) => ({ ...before, open: added.id }), resetScroll: false });
        }}
      />
    </Panel>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useText();
  const navigate = route.useNavigate();
  return (
    <section className={styles.panel} tabIndex={-1} ref={takeFocus} aria-labelledby="project-title">
      <h2 id="project-title">{title}</h2>
      {children}
      <div>
        <Button
          variant="default"
          onClick={() => void navigate({ search: (before) => ({ ...before, open: undefined }), resetScroll: false })}
        >
          {t('projects.close')}
        </Button>
      </div>
    </section>
  );
}

function Hints({ project: { hints } }: { readonly project: ProjectReply }) {
  const { t, language } = useText();
  if (hints.length === 0) return null;
  return (
    <section>
      <h3>{t('projects.hints')}</h3>
      <ul className={styles.list}>
        {hints.map((hint) => (
          <li key={hint.code}>{hintSentence(hint, language)}</li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ project }: { readonly project: ProjectReply }) {
  const { language } = useText();
  return (
    <dl className={styles.fields}>
      {projectFields.map((field) => (
        <div key={field.key}>
          <dt>{field.words[language]}</dt>
          <dd>{shownIn(field, project, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shownIn(field: ProjectField, project: ProjectReply, language: Language): string {
  if (field.kind === 'area') return formatAmount(project[field.key], { decimals: 0 });
  return String(cellOf(field, project, language) ?? noValue);
}

function History({ project: { history } }: { readonly project: ProjectReply }) {
  const { t } = useText();
  const titleOf = useTitleOf();
  return (
    <section>
      <h3>{t('projects.history')}</h3>
      <ul className={styles.list}>
        {history.map(({ version, action, at, person, reason }) => (
          <li key={version}>
            {t('projects.byVersion', { version, action: t(`projects.action.${action}`) })} · {titleOf(person)} ·{' '}
            {formatInstant(at)}
            {reason !== '' && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
