import { levelPreviews } from '#web/features/submissions/form/level-preview.tsx';
import { startedHistory } from '#web/features/submissions/form/figure-history.ts';
import type { FormValue } from '#web/features/submissions/form/form-context.ts';
import type { TypedSheet } from '#web/features/submissions/form/typed.ts';
import type { Subject } from '#web/parts/submissions/subject.ts';

/** What the parts of a submission's form share, where nothing is wrong and nothing must be explained. */
export const formValue = (subject: Subject, sheet: TypedSheet): FormValue => ({
  kind: 'submission',
  subject,
  sheet,
  previews: levelPreviews(subject, sheet),
  explain: null,
  window: subject.submission.asOf,
  problems: [],
  readOnly: false,
  stateOf: () => null,
  markOf: () => null,
  change: () => undefined,
  history: startedHistory(sheet.figures),
  go: () => undefined,
});
