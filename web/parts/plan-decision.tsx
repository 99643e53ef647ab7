import { Button, Textarea } from '@mantine/core';
import { problemOf } from '../api/local-problem.ts';
import type { useKeptText } from '../ui/kept-text.ts';
import { ProblemView } from '../ui/problem-view.tsx';
import styles from './plan-decision.module.css';

interface PlanDecisionProps {
  readonly reason: ReturnType<typeof useKeptText>;
  readonly decide: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (isAccepted: boolean) => void;
  };
  readonly words: { readonly reason: string; readonly accept: string; readonly sendBack: string };
}

/** Lets a plan pass, or returns it with a reason. */
export function PlanDecision({ reason, decide, words }: PlanDecisionProps) {
  return (
    <div className={styles.form}>
      {decide.error && <ProblemView problem={problemOf(decide.error)} />}
      <Textarea
        label={words.reason}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onChange={(event) => reason.write(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
          {words.accept}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
          {words.sendBack}
        </Button>
      </div>
    </div>
  );
}
