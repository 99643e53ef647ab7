/**
 * Every budget, with its limit and how far a run may miss it. A name begins with that of the bench that measures it; a
 * budget that its bench does not speak of makes the run fail. A limit changes only with the promise itself, a tolerance
 * only with its reason: neither because of what was measured.
 */
import type { Budget, Finding as FindingOf } from './ground/verdict.ts';

const exact = { tolerance: 0, because: 'bytes and counts are the same on every machine' };
const sameMachine = { tolerance: 0.1, because: 'both sides met the same machine in turn, a few seconds apart' };
const cpu = { tolerance: 0.1, because: 'CPU time does not wait for others, but caches and clock rates are shared' };
const memory = { tolerance: 0.1, because: 'the collector decides when memory is given back' };
const clock = { tolerance: 0.2, because: 'wall-clock time of one machine, whose other work counts too' };

const milliseconds = { sense: 'at most', unit: 'ms', decimals: 1 } as const;
const times = { sense: 'at most', unit: '×', decimals: 1 } as const;
const ratio = { sense: 'at least', unit: '', decimals: 2 } as const;
const kibibytes = { sense: 'at most', unit: 'KiB', decimals: 1 } as const;
const megabytes = { sense: 'at most', unit: 'MB', decimals: 0 } as const;

export const budgets = {
  'overview.rate': {
    what: 'unchanged overview (11 × 8): requests per second, of a bare Fastify route with the same bytes',
    ...ratio,
    limit: 0.8,
    ...sameMachine,
  },
  'overview.cpu': {
    what: 'the same by CPU a request, the bare route’s over ours',
    ...ratio,
    limit: 0.8,
    ...cpu,
  },
  'overview.known': {
    what: 'replies to a known ETag that are not 304 or have a body, of 100',
    sense: 'at most',
    unit: '',
    decimals: 0,
    limit: 0,
    ...exact,
  },
  'overview.changed': {
    what: 'overview (11 × 8) asked for just after a submission was accepted, p99',
    ...milliseconds,
    limit: 15,
    ...clock,
  },
  'counties.province': {
    what: 'a province through the endpoint, 50 connections, p99',
    ...milliseconds,
    limit: 50,
    ...clock,
  },
  'counties.nation': {
    what: 'the nation’s 31 provinces through the endpoint, 50 connections, p99',
    ...milliseconds,
    limit: 100,
    ...clock,
  },
  'counties.page': {
    what: 'a page of 200 counties of 2,850 through the endpoint, 50 connections, p99',
    ...milliseconds,
    limit: 100,
    ...clock,
  },
  'counties.county': {
    what: 'the page of one of 2,850 counties through the endpoint, 50 connections, p99',
    ...milliseconds,
    limit: 50,
    ...clock,
  },
  'counties.accepted': {
    what: 'one of 2,850 counties is accepted: until every level above it has arrived with it',
    ...milliseconds,
    limit: 50,
    ...clock,
  },
  'counties.stall': {
    what: 'longest stall of the event loop meanwhile',
    ...milliseconds,
    limit: 50,
    ...clock,
  },
  'counties.memory': { what: 'most memory (RSS) meanwhile', ...megabytes, limit: 400, ...memory },
  'counties.growth': {
    what: 'CPU for that with ten times the counties (linear is 10)',
    ...times,
    decimals: 1,
    limit: 12,
    ...cpu,
  },
  'submit.save': {
    what: 'a draft of 8 figures saved, over one bare transaction of the same rows',
    ...times,
    limit: 2,
    ...sameMachine,
  },
  'submit.submit': {
    what: 'a month submitted, over one bare transaction of the same rows',
    ...times,
    limit: 2,
    ...sameMachine,
  },
  'submit.accept': {
    what: 'a month accepted, over one bare transaction of the same rows',
    ...times,
    limit: 2,
    ...sameMachine,
  },
  'growth.versions': {
    what: 'a month of a hundred versions corrected and accepted, over the same of months of few',
    ...times,
    decimals: 2,
    limit: 1.1,
    ...sameMachine,
  },
  'growth.keys': {
    what: 'a month saved, submitted and accepted beside 100,000 kept keys, over the same beside none',
    ...times,
    decimals: 2,
    limit: 1.1,
    ...sameMachine,
  },
  'pages.told': {
    what: 'CPU of telling 200 open pages of one submission',
    ...milliseconds,
    limit: 20,
    ...cpu,
  },
  'pages.reading': {
    what: 'CPU of telling them and of their reading the overview again',
    ...milliseconds,
    limit: 20,
    ...cpu,
  },
  'first-page.script': { what: 'JavaScript of the first page, packed', ...kibibytes, limit: 220, ...exact },
  'first-page.chart': { what: 'JavaScript with the large chart, packed', ...kibibytes, limit: 220, ...exact },
  'first-page.sprint': { what: 'JavaScript of the sprint as a first page, packed', ...kibibytes, limit: 220, ...exact },
  'first-page.style': { what: 'CSS, packed', ...kibibytes, limit: 40, ...exact },
  'first-page.paint': {
    what: 'largest contentful paint on a 4× slowed CPU and 10 Mbit/s',
    ...milliseconds,
    limit: 1500,
    ...clock,
  },
  'first-page.paint-sprint': { what: 'the same of the sprint', ...milliseconds, limit: 1500, ...clock },
  'first-page.paint-city': { what: 'the same of a city’s page', ...milliseconds, limit: 1500, ...clock },
  'slider.overview': {
    what: 'the overview redrawn after a move of its month slider, on a 4× slowed CPU',
    ...milliseconds,
    limit: 50,
    ...clock,
  },
  'slider.sprint': { what: 'the same of the sprint’s main picture', ...milliseconds, limit: 50, ...clock },
  'slider.city': { what: 'the same of a city’s page', ...milliseconds, limit: 50, ...clock },
  'slider.scenario': { what: 'the same of a month that is tried on it', ...milliseconds, limit: 50, ...clock },
  'replay.time': { what: 'a rule tried on 2,850 areas × 8 × 36 months', ...milliseconds, limit: 2000, ...clock },
  'replay.stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 50, ...clock },
  'multiples.plain': { what: '11 small multiples drawn, main thread', ...milliseconds, limit: 60, ...clock },
  'multiples.slowed': { what: 'the same on a 4× slowed CPU', ...milliseconds, limit: 200, ...clock },
  'start.reply': {
    what: 'cold start to the first reply, existing database',
    ...milliseconds,
    limit: 1500,
    ...clock,
  },
  'start.memory': { what: 'memory (RSS) at rest', ...megabytes, limit: 150, ...memory },
  'start.stall': {
    what: 'longest stall of the event loop by any first request of a page, and a sign-in',
    ...milliseconds,
    limit: 100,
    ...clock,
  },
  'import.time': { what: 'a file of 5,000 good rows, looked at and written', ...milliseconds, limit: 5000, ...clock },
  'import.memory': { what: 'memory (RSS) that it adds at most', ...megabytes, limit: 200, ...memory },
  'import.stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 50, ...clock },
  'import.history-time': {
    what: 'five years of a province (11 × 60 × 5), looked at, written and accepted',
    ...milliseconds,
    limit: 20_000,
    ...clock,
  },
  'import.history-memory': { what: 'memory (RSS) that it adds at most', ...megabytes, limit: 200, ...memory },
  'import.history-stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 50, ...clock },
  'nation-import.time': {
    what: 'six years of a province in a nation’s office, a file a year, looked at, written and accepted',
    sense: 'at most',
    unit: 's',
    decimals: 1,
    limit: 120,
    ...clock,
  },
  'nation-import.memory': { what: 'memory (RSS) that it adds at most', ...megabytes, limit: 300, ...memory },
  'nation-import.stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 50, ...clock },
  'dataset.time': {
    what: 'the dataset of 200,000 rows as a workbook',
    sense: 'at most',
    unit: 's',
    decimals: 1,
    limit: 20,
    ...clock,
  },
  'dataset.memory': { what: 'memory (RSS) that it adds at most', ...megabytes, limit: 150, ...memory },
  'dataset.stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 50, ...clock },
  'verify.command': {
    what: 'npm run verify on 200,000 sealed rows',
    sense: 'at most',
    unit: 's',
    decimals: 1,
    limit: 10,
    ...clock,
  },
  'soak.errors': {
    what: 'a deadline’s day, 11 bureaus and 200 open pages: refused or broken requests and broken streams',
    sense: 'at most',
    unit: '',
    decimals: 0,
    limit: 0,
    ...exact,
  },
  'soak.reads': { what: 'reading meanwhile, p99', ...milliseconds, limit: 200, ...clock },
  'soak.writes': { what: 'saving, submitting and deciding meanwhile, p99', ...milliseconds, limit: 200, ...clock },
  'soak.stall': { what: 'longest stall of the event loop meanwhile', ...milliseconds, limit: 100, ...clock },
  'soak.memory': {
    what: 'memory alive in the last fifth of the time over that in the middle fifth (flat is 1)',
    ...times,
    decimals: 2,
    limit: 1,
    ...memory,
  },
  'verify.stall': { what: 'longest stall of the event loop by the same check', ...milliseconds, limit: 50, ...clock },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof budgets;
export type Finding = FindingOf<BudgetName>;
