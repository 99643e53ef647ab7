/** The words of a level strip: what a person who does not see it hears. Pure. */
import type { StripMonth } from '#api/measures/strip.ts';
import type { Level } from '#api/measures/vocabulary.ts';

/** Months in a row with the same level and the same recovery. */
export interface StripRun {
  readonly from: number;
  readonly to: number;
  readonly level: Level;
  readonly reported: boolean;
  readonly recoveredIn: number | null;
}

/** How a language says the parts of a strip. */
export interface StripWords {
  /** March, or 3月. */
  readonly month: (month: number) => string;
  readonly months: (from: string, to: string) => string;
  readonly run: (months: string, level: Level) => string;
  readonly recovered: (months: string, level: Level, recovered: string) => string;
  /** Said after a run whose months have no figure of their own. */
  readonly stale: (run: string) => string;
  readonly join: string;
  readonly nothing: string;
}

/** Groups judged months that follow one another and say the same; months without a level are left out. */
export function stripRuns(months: readonly StripMonth[]): readonly StripRun[] {
  const runs: StripRun[] = [];
  for (const { month, level, reported, recoveredIn } of months.toSorted((a, b) => a.month - b.month)) {
    if (level === null) continue;
    const last = runs.at(-1);
    const same = last?.level === level && last.reported === reported && last.recoveredIn === recoveredIn;
    if (last !== undefined && same && last.to === month - 1) runs[runs.length - 1] = { ...last, to: month };
    else runs.push({ from: month, to: month, level, reported, recoveredIn });
  }
  return runs;
}

/** The strip in words, oldest month first: “1月至2月正常，3月滞后→已补齐（9月）”. */
export function stripText(months: readonly StripMonth[], words: StripWords): string {
  const runs = stripRuns(months);
  if (runs.length === 0) return words.nothing;
  return runs.map((run) => runText(run, words)).join(words.join);
}

function runText(run: StripRun, words: StripWords): string {
  const from = words.month(run.from);
  const months = run.from === run.to ? from : words.months(from, words.month(run.to));
  const said =
    run.recoveredIn === null
      ? words.run(months, run.level)
      : words.recovered(months, run.level, words.month(run.recoveredIn));
  return run.reported ? said : words.stale(said);
}
