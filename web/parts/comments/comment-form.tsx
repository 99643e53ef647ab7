import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { addComment, type Comments } from '#api/comments/contract.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './comments.module.css';

interface CommentFormProps {
  readonly comments: Pick<Comments, 'year' | 'month' | 'region'>;
  readonly indicator: string;
  readonly label: string;
  readonly action: string;
  /** What is chosen before the text. */
  readonly children?: ReactNode;
}

/** A text about one figure. */
export function CommentForm({ comments, indicator, label, action, children }: CommentFormProps) {
  const { key, settle, renew } = useIdempotencyKey();
  const [text, setText] = useState('');
  const { year, month, region } = comments;
  const adding = useMutation({
    mutationFn: () =>
      call(addComment, { params: { year, month, region }, body: { indicator, text }, idempotencyKey: key }),
    onSettled: settle,
    onSuccess: () => setText(''),
  });
  const type = (next: string): void => {
    setText(next);
    renew();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') adding.mutate();
      }}
    >
      {adding.error !== null && <ProblemView problem={problemOf(adding.error)} />}
      {children}
      <Textarea
        label={label}
        value={text}
        rows={2}
        maxLength={2000}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={adding.isPending}>
        {action}
      </Button>
    </form>
  );
}
