import type { SubmissionStatus } from '#api/submissions/contract.ts';
import { useText } from '../text/messages/use-text.ts';
import { Tag } from '../ui/tag.tsx';
import type { TagTone } from '../ui/tag.tsx';
import { statusText, type MonthStatus } from './submissions/status-text.ts';

const tones: Readonly<Record<SubmissionStatus, TagTone>> = {
  missing: 'quiet',
  draft: 'quiet',
  submitted: 'plain',
  returned: 'strong',
  resubmitted: 'plain',
  accepted: 'settled',
};

/** 报送状态 as a neutral tag: a missing report is never a bad level. */
export function StatusTag(month: MonthStatus) {
  const { status, done } = month;
  const isPart = status === 'accepted' && done === false;
  return <Tag tone={isPart ? 'plain' : tones[status]}>{statusText(month, useText())}</Tag>;
}
