import { Link } from '@tanstack/react-router';
import { useText } from '../../messages/use-text.ts';
import type { Promises } from './sprint-view.ts';

interface PromisesTextProps {
  readonly promises: Promises;
}

/** How many items of its interview a city has still open, and how many of them are late; the way to them. */
export function PromisesText({ promises }: PromisesTextProps) {
  const { t } = useText();
  if (promises === null) return t('sprint.table.notCalled');
  return (
    <Link to="/meetings/$id" params={{ id: promises.meeting }}>
      {t('sprint.table.promisesOf', promises)}
      {promises.overdue > 0 && t('sprint.table.overdue', { n: promises.overdue })}
    </Link>
  );
}
