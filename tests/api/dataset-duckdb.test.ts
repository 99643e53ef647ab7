/**
 * DuckDB, an ordinary program of those who analyse data, reads the dataset with a token and works out from figures and
 * targets alone what the overview says. It reads a file that was fetched before: to read by HTTP it would have to load an
 * extension from the network.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Overview } from '#api/standings/contract.ts';
import { newTokenOf } from '#tests/support/access-tokens.ts';
import { listeningApp } from '#tests/support/listening-app.ts';

/**
 * Of each region, indicator and month the newest accepted figure up to it, over the target in force. A ratio is measured on
 * its own denominator; a stock from the end of last year, and one that was lost since on the whole of its target.
 */
const completions = `
  with accepted as (select * from dataset where status = 'accepted'),
  amounts as (
    select region, indicator, year, month,
      max(base_value) filter (measure in ('cumulative', 'stock', 'numerator'))::double as amount,
      max(base_value) filter (measure = 'denominator')::double as denominator
    from accepted where measure in ('cumulative', 'stock', 'numerator', 'denominator')
    group by all
  ),
  plans as (
    select region, indicator, kind, year, month,
      max(base_value) filter (measure = 'target')::double as target,
      max(base_value) filter (measure = 'baseline')::double as baseline
    from accepted where measure in ('target', 'baseline')
    group by all
  ),
  newest as (
    select plans.*, amount, denominator from plans asof join amounts
      on plans.region = amounts.region and plans.indicator = amounts.indicator
      and plans.year = amounts.year and plans.month >= amounts.month
    where target is not null
  )
  select region, indicator, year, month, case
    when kind = 'flow' then amount / nullif(target, 0)
    when kind = 'ratio' then amount / nullif(target * denominator / 10000, 0)
    when baseline >= target and amount < target then amount / target
    when target > baseline then (amount - baseline) / (target - baseline)
  end as completion
  from newest order by region, indicator, year, month`;

/** The rows of a query over the dataset, which lies in a file of one of its formats. */
async function asked(file: string, query: string) {
  const instance = await DuckDBInstance.create(':memory:');
  onTestFinished(() => instance.closeSync());
  const connection = await instance.connect();
  const reader = file.endsWith('.csv') ? 'read_csv' : 'read_json';
  await connection.run(`create table dataset as select * from ${reader}('${file}')`);
  return (await connection.runAndReadAll(query)).getRowObjectsJS();
}

describe('DuckDB with a token', () => {
  it(
    'reproduces the overview’s completion of every city, indicator and month, exactly',
    { timeout: 60_000 },
    async () => {
      const office = await listeningApp();
      const official = await office.signedInAs('official');
      const { bearer } = await newTokenOf(official);
      const folder = mkdtempSync(join(tmpdir(), 'xushi-duckdb-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const months = [
        ...Array.from({ length: 12 }, (_, at) => ({ year: 2019, month: at + 1 })),
        ...Array.from({ length: 9 }, (_, at) => ({ year: 2020, month: at + 1 })),
      ];
      const shown = new Map<string, number>();
      for (const { year, month } of months) {
        const page = (await official.get(`/api/overview?year=${year}&month=${month}`)).json<Overview>();
        for (const { region, indicators } of page.regions)
          for (const { indicator, completion } of indicators)
            if (completion !== null) shown.set([region, indicator, year, month].join('/'), completion);
      }
      // Every city and indicator of September 2020 is among them.
      expect([...shown.keys()].filter((key) => key.endsWith('/2020/9'))).toHaveLength(55);
      for (const format of ['csv', 'json']) {
        const reply = await fetch(`${office.origin}/api/open/dataset?format=${format}`, { headers: bearer });
        const file = join(folder, `dataset.${format}`);
        writeFileSync(file, Buffer.from(await reply.arrayBuffer()));
        const rows = await asked(file, completions);
        const found = new Map(
          rows.flatMap(({ region, indicator, year, month, completion }) => {
            const isAsked = months.some((one) => one.year === Number(year) && one.month === Number(month));
            return isAsked && completion !== null ? [[[region, indicator, year, month].join('/'), completion]] : [];
          }),
        );
        expect([...found].toSorted()).toEqual([...shown].toSorted());
      }
    },
  );
});
