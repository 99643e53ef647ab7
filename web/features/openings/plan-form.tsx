import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { saveOpening, submitOpening } from '#api/openings/contract.ts';
import type { Opening } from '#api/openings/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useSession } from '../../api/session.ts';
import { useKeptEdit } from '../../ui/kept-edit.ts';
import type { KeptEdit } from '../../ui/kept-edit.ts';
import { draftOf, planOf, readDraft } from './draft.ts';
import type { PlanDraft } from './draft.ts';
import { NodeRows } from './node-rows.tsx';
import { ProjectRows } from './project-rows.tsx';
import { useCommand } from '../../api/use-command.ts';
import styles from './page.module.css';

/**
 * Writes a plan and sends it, as its bureau. What is sent is what is on the page: it is saved first. What is typed survives a
 * reload and a sign-out.
 */
export function PlanForm({ opening }: { readonly opening: Opening }) {
  const { t } = useText();
  const { person } = useSession();
  const { region, year } = opening;
  const kept = useKeptEdit(`xushi.opening.${person.name}.${year}.${region}`, opening.version, readDraft);
  const [draft, setDraft] = useState(() => kept.typed ?? draftOf(opening));
  const command = useSending(opening, draft, kept);
  const change = (part: Partial<PlanDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept.write(next);
  };
  return (
    <section className={styles.form}>
      <h2>{t('openings.edit')}</h2>
      {kept.isRestored && <p>{t('openings.kept')}</p>}
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

function useSending(opening: Opening, draft: PlanDraft, kept: KeptEdit<PlanDraft>) {
  const { year, region, state } = opening;
  const version = kept.basedOn ?? opening.version;
  const params = { year, region };
  const body = planOf(draft);
  const isKept = state === 'draft' && JSON.stringify(body) === JSON.stringify(planOf(draftOf(opening)));
  const save = async () => {
    const saved = await call(saveOpening, { params, body, version });
    kept.forget();
    kept.rebase(saved.version);
    return saved;
  };
  const send = async (command: 'save' | 'submit', idempotencyKey: string) => {
    if (command === 'save') return save();
    const sent = isKept ? opening.version : (await save()).version;
    return call(submitOpening, { params, body: {}, version: sent, idempotencyKey });
  };
  return useCommand(async (command: 'save' | 'submit', idempotencyKey) => {
    try {
      return await send(command, idempotencyKey);
    } catch (error) {
      // The person is told that a colleague was faster; saving again is over that.
      if (problemOf(error).code === 'stale-version') kept.rebase(null);
      throw error;
    }
  });
}
