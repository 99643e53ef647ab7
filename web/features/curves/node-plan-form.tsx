import { Button, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { submitNodePlan, type NodePlan } from '#api/node-plans/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useSession } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { CurveEditor } from '../../parts/curve-editor.tsx';
import { curveIn, curveTexts, type CurveTexts } from '../../parts/curve-texts.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './page.module.css';

/** Proposes a city's own nodes, begun from what it sent last, from its nodes in force, or from the department's curve. */
export function ProposeNodePlan({ plan }: { readonly plan: NodePlan }) {
  const { t, language } = useText();
  const { texts, write, reason, submit } = useProposal(plan);
  const { department } = plan;
  const points = curveIn(texts);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (points !== null) submit.mutate(points);
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <CurveEditor
        texts={texts}
        beside={department.points}
        besideNote={t('curves.plans.besideNote', { curve: department.name[language] })}
        onWrite={write}
      />
      <Beginnings plan={plan} onStart={write} />
      <Textarea
        label={t('curves.plans.reason')}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      {submit.error && <ProblemView problem={problemOf(submit.error)} />}
      <div>
        <Button type="submit" loading={submit.isPending} disabled={points === null}>
          {t('curves.plans.submit')}
        </Button>
      </div>
    </form>
  );
}

/** What this tab keeps of a proposal, and sending it. */
function useProposal(plan: NodePlan) {
  const { year, region, indicator, version, department, history } = plan;
  const place = `${useSession().person.name}.${year}.${region}.${indicator}`;
  const kept = useKeptText(`xushi.node-plan.${place}`);
  const reason = useKeptText(`xushi.node-plan-reason.${place}`);
  const submit = useCommand(async (points: readonly number[], idempotencyKey) => {
    const body = { points: [...points], reason: reason.value };
    const reply = await call(submitNodePlan, { params: { year, region, indicator }, body, version, idempotencyKey });
    kept.forget();
    reason.forget();
    return reply;
  });
  return {
    texts: keptTexts(kept.value) ?? curveTexts(history[0]?.points ?? department.points),
    write: (next: CurveTexts): void => kept.write(JSON.stringify(next)),
    reason,
    submit,
  };
}

interface BeginningsProps {
  readonly plan: NodePlan;
  readonly onStart: (texts: CurveTexts) => void;
}

function Beginnings({ plan: { department, approved }, onStart }: BeginningsProps) {
  const { t } = useText();
  const [inForce] = approved;
  return (
    <div className={styles.buttons}>
      <Button variant="default" onClick={() => onStart(curveTexts(department.points))}>
        {t('curves.plans.startAgain')}
      </Button>
      {inForce !== undefined && (
        <Button variant="default" onClick={() => onStart(curveTexts(inForce.points))}>
          {t('curves.plans.startApproved')}
        </Button>
      )}
    </div>
  );
}

/** What this tab kept; null where it is no such thing. */
function keptTexts(text: string): CurveTexts | null {
  try {
    const kept: unknown = text === '' ? null : JSON.parse(text);
    return Array.isArray(kept) && kept.length === 12 && kept.every((one) => typeof one === 'string') ? kept : null;
  } catch {
    return null;
  }
}
