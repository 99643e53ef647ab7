/** From measured rounds to a verdict and a printed line. Pure. */
import { median } from './measure.ts';

/** What the product promises, and by how much a run may miss it before it fails. */
export interface Budget {
  readonly what: string;
  readonly sense: 'at most' | 'at least';
  readonly limit: number;
  readonly unit: string;
  readonly decimals: number;
  /** A share of the limit, 0.1 for a tenth. */
  readonly tolerance: number;
  /** Why the tolerance is as wide as it is. */
  readonly because: string;
}

/** What a bench found. Each of its budgets must be among its findings, or the run fails. */
export type Finding<Name extends string = string> =
  | { readonly kind: 'measured'; readonly budget: Name; readonly rounds: readonly number[]; readonly note?: string }
  /** A budget of something that the product does not do yet. */
  | { readonly kind: 'not offered'; readonly budget: Name; readonly why: string }
  /** A budget that this run cannot speak of: its figure is printed, and another budget decides. */
  | { readonly kind: 'not judged'; readonly budget: Name; readonly rounds: readonly number[]; readonly why: string }
  /** A figure that belongs to the others and has no budget. */
  | { readonly kind: 'told'; readonly what: string; readonly figure: string };

export type Verdict = 'met' | 'within tolerance' | 'MISSED';

/** Whether a figure keeps a budget; one that could not be measured (NaN) misses it. */
export function verdictOf({ sense, limit, tolerance }: Budget, value: number): Verdict {
  const isUpper = sense === 'at most';
  if (isUpper ? value <= limit : value >= limit) return 'met';
  const utmost = limit * (isUpper ? 1 + tolerance : 1 - tolerance);
  return (isUpper ? value <= utmost : value >= utmost) ? 'within tolerance' : 'MISSED';
}

/** The median of the rounds, with the least and the greatest where there are several: `0.36 (0.35 to 0.38)`. */
export function spread(rounds: readonly number[], { unit, decimals }: Pick<Budget, 'unit' | 'decimals'>): string {
  const text = (value: number) => value.toFixed(decimals);
  const among = rounds.length > 1 ? ` (${text(Math.min(...rounds))} to ${text(Math.max(...rounds))})` : '';
  return `${text(median(rounds))}${unit === '' ? '' : ` ${unit}`}${among}`;
}

/** One finding as it is printed. */
export function lineOf<Name extends string>(finding: Finding<Name>, budgets: Readonly<Record<Name, Budget>>): string {
  if (finding.kind === 'told') return `${label('')}${finding.what}: ${finding.figure}`;
  const budget = budgets[finding.budget];
  const limit = `${budget.sense} ${budget.limit}${budget.unit === '' ? '' : ` ${budget.unit}`}`;
  if (finding.kind === 'not offered') return `${label('not offered yet')}${budget.what} (${limit}): ${finding.why}`;
  const figure = `${budget.what}: ${spread(finding.rounds, budget)}, ${limit}`;
  if (finding.kind === 'not judged') return `${label('not judged')}${figure}; ${finding.why}`;
  const tolerance = budget.tolerance === 0 ? '' : ` (tolerance ${Math.round(budget.tolerance * 100)} %)`;
  const note = finding.note === undefined ? '' : `; ${finding.note}`;
  return `${label(verdictOf(budget, median(finding.rounds)))}${figure}${tolerance}${note}`;
}

const label = (text: string): string => text.padEnd(18);

/** What a run came to, how it is said, and what the process ends with. */
export interface Summary {
  readonly line: string;
  readonly exitCode: 0 | 1;
}

/** `silent`: budgets that no finding spoke of; `failed`: benches that could not finish. */
export function summaryOf<Name extends string>(
  findings: readonly Finding<Name>[],
  budgets: Readonly<Record<Name, Budget>>,
  { silent, failed }: { readonly silent: readonly Name[]; readonly failed: readonly string[] },
): Summary {
  const verdicts = findings.map((finding) =>
    finding.kind === 'measured' ? verdictOf(budgets[finding.budget], median(finding.rounds)) : finding.kind,
  );
  const count = (kind: (typeof verdicts)[number]) => verdicts.filter((one) => one === kind).length;
  const parts = [
    `${count('met')} met`,
    `${count('within tolerance')} missed within tolerance`,
    `${count('MISSED')} missed`,
    `${count('not offered')} not offered yet`,
    ...(count('not judged') === 0 ? [] : [`${count('not judged')} not judged`]),
    ...(silent.length === 0 ? [] : [`not measured: ${silent.join(', ')}`]),
    ...(failed.length === 0 ? [] : [`could not finish: ${failed.join(', ')}`]),
  ];
  const isGood = count('MISSED') === 0 && silent.length === 0 && failed.length === 0;
  return { line: parts.join(', '), exitCode: isGood ? 0 : 1 };
}
