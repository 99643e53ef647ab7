/** `npm run bench`: measures the budgets and prints each as met or missed with its figure. Quiet machines give truer figures. */
import { measureColdStart } from './cold-start.ts';
import { measureFirstPage } from './first-page.ts';
import { measureOverview } from './overview.ts';
import { measureSmallMultiples } from './small-multiples.ts';
import { measureStandings } from './standings.ts';
import { measureSubmit } from './submit.ts';
import type { Finding } from './measure.ts';

const benches: readonly (() => Promise<Finding[]>)[] = [
  measureStandings,
  measureOverview,
  measureSubmit,
  measureColdStart,
  measureFirstPage,
  measureSmallMultiples,
];

let missed = 0;
for (const bench of benches) {
  for (const { budget, figure, met } of await bench()) {
    console.log(`${met === null ? '      ' : met ? 'met   ' : 'MISSED'}  ${budget}: ${figure}`);
    if (met === false) missed += 1;
  }
}
console.log(missed === 0 ? '\nEvery budget is met.' : `\n${missed} missed.`);
