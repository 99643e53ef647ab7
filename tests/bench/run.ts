/**
 * `npm run bench`: measures the budgets and prints each figure beside its limit; `npm run bench -- overview submit`
 * measures some. Ends with 1 where a budget is missed by more than its tolerance.
 */
import { availableParallelism, loadavg } from 'node:os';
import { budgets, type BudgetName, type Finding } from './budgets.ts';
import { clientNotice } from './ground/load.ts';
import { removeFolders } from './ground/folders.ts';
import { stopAll } from './ground/processes.ts';
import { lineOf, summaryOf } from './ground/verdict.ts';

/** Loaded when its turn comes, so that one part alone starts at once. */
const benches: Readonly<Record<string, () => Promise<() => Promise<Finding[]>>>> = {
  overview: async () => (await import('./overview.ts')).measureOverview,
  counties: async () => (await import('./counties.ts')).measureCounties,
  submit: async () => (await import('./submit.ts')).measureSubmit,
  growth: async () => (await import('./growth.ts')).measureGrowth,
  pages: async () => (await import('./pages.ts')).measurePages,
  start: async () => (await import('./start.ts')).measureStart,
  'first-page': async () => (await import('./first-page.ts')).measureFirstPage,
  slider: async () => (await import('./slider.ts')).measureSlider,
  multiples: async () => (await import('./small-multiples.ts')).measureSmallMultiples,
  replay: async () => (await import('./replay.ts')).measureReplay,
  import: async () => (await import('./import.ts')).measureImport,
  'nation-import': async () => (await import('./nation-import.ts')).measureNationImport,
  dataset: async () => (await import('./dataset.ts')).measureDataset,
  verify: async () => (await import('./verify.ts')).measureVerify,
  soak: async () => (await import('./soak.ts')).measureSoak,
};

/** Too long for every run: measured only when it is asked for by name. */
const byNameOnly = new Set(['soak', 'nation-import']);

const chosen =
  process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benches).filter((name) => !byNameOnly.has(name));
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(' or ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

process.on('exit', () => {
  stopAll();
  removeFolders();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const cores = availableParallelism();
const load = loadavg()[0] ?? 0;
console.log(`${cores} cores, load ${load.toFixed(1)} before the run, Node ${process.version}. ${clientNotice}`);
if (load > cores / 2)
  console.log('THIS MACHINE IS BUSY WITH OTHER WORK: figures of the clock say more about that than about the product.');

const findings: Finding[] = [];
const failed: string[] = [];
for (const name of chosen) {
  const start = performance.now();
  try {
    const found = await (await benches[name]!())();
    findings.push(...found);
    console.log(`\n${name} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
    for (const finding of found) console.log(lineOf(finding, budgets));
  } catch (error) {
    failed.push(name);
    console.log(
      `\n${name} COULD NOT FINISH: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

const spokenOf = new Set(findings.flatMap((finding) => (finding.kind === 'told' ? [] : [finding.budget])));
const names = Object.keys(budgets) as BudgetName[]; // an object literal's own keys
const silent = names.filter(
  (name) =>
    chosen.includes(name.split('.')[0] ?? '') && !failed.includes(name.split('.')[0] ?? '') && !spokenOf.has(name),
);
const { line, exitCode } = summaryOf(findings, budgets, { silent, failed });
console.log(`\nnpm ci and npm test have budgets too (2 and 8 minutes); whoever runs them has the time.\n${line}`);
process.exit(exitCode);
