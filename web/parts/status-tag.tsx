import type { Filing } from '#api/submissions/contract.ts';
import { useText } from '../text/messages/use-text.ts';
import { Tag } from '../ui/tag.tsx';
import type { TagTone } from '../ui/tag.tsx';

interface FilingTagProps {
  readonly filing: Filing;
}

const tones: Readonly<Record<Filing, TagTone>> = {
  missing: 'quiet',
  draft: 'quiet',
  submitted: 'plain',
  returned: 'strong',
  resubmitted: 'plain',
  accepted: 'settled',
};

/** 报送状态 as a neutral tag: a missing report is never a bad level. */
export function FilingTag({ filing }: FilingTagProps) {
  const { t } = useText();
  return <Tag tone={tones[filing]}>{t(`levels.filing.${filing}`)}</Tag>;
}
