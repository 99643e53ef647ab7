import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { saveOpening, submitOpening } from '#api/openings/contract.ts';
import type { Opening } from '#api/openings/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { draftOf, planOf } from './draft.ts';
import type { PlanDraft } from './draft.ts';
import { NodeRows } from './node-rows.tsx';
import { ProjectRows } from './project-rows.tsx';
import { useCommand } from './use-command.ts';
import styles from './page.module.css';

/** Writes a plan and sends it, as its bureau. What is sent is what is on the page: it is saved first. */
export function PlanForm({ opening }: { readonly opening: Opening }) {
  const { t } = useText();
  const [draft, setDraft] = useState(() => draftOf(opening));
  const command = useSending(opening, draft);
  const change = (part: Partial<PlanDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <section className={styles.form}>
      <h2>{t('openings.edit')}</h2>
      <Textarea
        label={t('openings.goals')}
        description={t('openings.goalsHint')}
        rows={4}
        value={draft.goals}
        onChange={(event) => change({ goals: event.currentTarget.value })}
      />
      <NodeRows rows={draft.nodes} year={opening.year} onChange={(nodes) => change({ nodes })} />
      <ProjectRows rows={draft.projects} year={opening.year} onChange={(projects) => change({ projects })} />
      {command.error && <ProblemView problem={problemOf(command.error)} />}
      {command.isSuccess && <output>{t('openings.saved')}</output>}
      <div className={styles.buttons}>
        <Button variant="default" disabled={command.isPending} onClick={() => command.mutate('save')}>
          {t('openings.save')}
        </Button>
        <Button loading={command.isPending} onClick={() => command.mutate('submit')}>
          {t('openings.submit')}
        </Button>
      </div>
    </section>
  );
}

function useSending(opening: Opening, draft: PlanDraft) {
  const { year, region, version, state } = opening;
  const params = { year, region };
  const body = planOf(draft);
  const isKept = state === 'draft' && JSON.stringify(body) === JSON.stringify(planOf(draftOf(opening)));
  const save = () => call(saveOpening, { params, body, version });
  return useCommand(async (command: 'save' | 'submit', idempotencyKey) => {
    if (command === 'save') return save();
    const sent = isKept ? version : (await save()).version;
    return call(submitOpening, { params, body: {}, version: sent, idempotencyKey });
  });
}
