import { Link } from '@tanstack/react-router';
import { useText } from '../../text/messages/use-text.ts';
import type { ChecklistProgress } from './sprint-view.ts';

interface ChecklistProgressTextProps {
  readonly checklistProgress: ChecklistProgress;
}

/** How many items of its interview a city has still open, and how many of them are late; the way to them. */
export function ChecklistProgressText({ checklistProgress }: ChecklistProgressTextProps) {
  const { t } = useText();
  if (checklistProgress === null) return t('sprint.table.notCalled');
  return (
    <Link to="/interviews/$id" params={{ id: checklistProgress.interview }}>
      {t('sprint.table.checklistProgressOf', checklistProgress)}
      {checklistProgress.overdue > 0 && t('sprint.table.overdue', { n: checklistProgress.overdue })}
    </Link>
  );
}
