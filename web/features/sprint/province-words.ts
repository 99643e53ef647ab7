/** The words in the province's burn-up, and what it says of a month. Pure: `t` is the page's texts. */
import type { BurnUpInput, BurnUpPoint, BurnUpWords } from '../../charts/burn-up-input.ts';
import { burnUpWords, pointReading } from '../../parts/burn-up-words.ts';
import { formatBrief } from '../../text/format.ts';
import type { Words } from '../../text/messages/words.ts';
import { isComplete, provincePoints } from './province-burn-up.ts';
import type { SprintView } from './sprint-view.ts';

/** The words of the picture: both goals by their names, and a hollow month with its coverage. */
export function provinceWords(view: SprintView, input: BurnUpInput, { t, language }: Words): BurnUpWords {
  const { indicator, province } = view;
  const said = (target: number): string => formatBrief(target, indicator);
  const hasOwn = (province?.ownTarget ?? null) !== null;
  // What is needed a month is measured against the cities' targets, not against the province's own.
  const neededPerMonth = hasOwn ? null : (province?.neededPerMonth ?? null);
  const standing = { target: view.provinceTarget, neededPerMonth };
  const target = input.targets.at(-1)?.value;
  const part = provincePoints(view).findLast((point) => !isComplete(point));
  return {
    ...burnUpWords({ input, indicator, standing, asShares: false }, { t, language }),
    pending: part === undefined ? '' : t('sprint.provincePicture.part', part.coverage),
    target: target === undefined ? '' : t(`sprint.provincePicture.${hasOwn ? 'own' : 'sum'}`, { target: said(target) }),
    alsoTarget:
      input.alsoTarget === undefined ? '' : t('sprint.provincePicture.sum', { target: said(input.alsoTarget) }),
  };
}

/** A month as keyboard and pointer read it; one that not every city reported says how many did. */
export function provinceReading(point: BurnUpPoint, view: SprintView, words: Words): string {
  const read = pointReading({ ...point, accepted: true }, { indicator: view.indicator, asShares: false }, words);
  const month = provincePoints(view).find((one) => one.month === point.month);
  return month === undefined || isComplete(month)
    ? read
    : `${read}${words.t('sprint.provincePicture.partRead', month.coverage)}`;
}
