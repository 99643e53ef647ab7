import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoableDecision } from '#api/submissions/review-contract.ts';
import { undoDecision } from '#api/submissions/correction-contract.ts';
import { call } from '../../api/call.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../../text/messages/use-text.ts';
import { placeKey } from './queue.ts';
import { useNameOf } from './use-name-of.ts';
import styles from './review.module.css';

interface UndoProps {
  /** What the server says can still be undone: so a reload and another window offer it as well. */
  readonly undoable: readonly UndoableDecision[];
  readonly onUndone: (undone: readonly UndoableDecision[]) => void;
}

/** The person's decisions of the last seconds, each with a way to undo it, and all of them where they are several. */
export function Undo({ undoable, onUndone }: UndoProps) {
  const { t } = useText();
  const nameOf = useNameOf();
  const undoing = useUndo(onUndone);
  return (
    <>
      {undoing.error !== null && <ProblemView problem={problemOf(undoing.error)} />}
      {undoable.length > 0 && (
        <div className={styles.undo} role="group" aria-label={t('review.undo.title')}>
          {undoable.map((one) => (
            <ForAWhile key={keyOf(one)} leftMs={one.leftMs}>
              <Button variant="default" disabled={undoing.isPending} onClick={() => undoing.mutate([one])}>
                {t(`review.undo.${one.decision}`, { what: nameOf(one) })}
              </Button>
            </ForAWhile>
          ))}
          {undoable.length > 1 && (
            <ForAWhile key={undoable.map(keyOf).join()} leftMs={Math.min(...undoable.map(({ leftMs }) => leftMs))}>
              <Button variant="default" disabled={undoing.isPending} onClick={() => undoing.mutate(undoable)}>
                {t('review.undo.all', { n: undoable.length })}
              </Button>
            </ForAWhile>
          )}
        </div>
      )}
    </>
  );
}

const keyOf = (one: UndoableDecision): string => `${placeKey(one)} ${one.version}`;

/** Shows something for as long as was left when it came: the style sheet counts, and whoever is too late is told by the server. */
function ForAWhile({ leftMs, children }: { readonly leftMs: number; readonly children: React.ReactNode }) {
  const [delay] = useState(`${leftMs}ms`);
  const [isOver, setOver] = useState(false);
  if (isOver) return null;
  return (
    <span className={styles.forAWhile} style={{ animationDelay: delay }} onAnimationEnd={() => setOver(true)}>
      {children}
    </span>
  );
}

/** Undoes one after the other, each by its own command; the first that fails ends it, and the page is read again either way. */
function useUndo(onUndone: UndoProps['onUndone']) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decisions: readonly UndoableDecision[]) => {
      for (const { year, month, region, version } of decisions) {
        const idempotencyKey = newIdempotencyKey();
        await call(undoDecision, { params: { year, month, region }, body: {}, version, idempotencyKey });
      }
      return decisions;
    },
    onSuccess: onUndone,
    onSettled: () => void refresh(client),
  });
}
