/** The pictures of a bulletin's document: charts that word processors draw from the very numbers of the API. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { picturesOf } from '#api/bulletins/pictures.ts';
import type { Overview, Sprint } from '#api/standings/contract.ts';
import { withParts } from '#api/workbooks/xlsx-parts.ts';
import { findBulletin } from '#db/bulletins.ts';
import { bulletinAddress as at, draftedSeptember } from '#tests/support/bulletins.ts';
import { testFolder } from '#tests/support/office-suite.ts';

interface Series {
  name: string;
  readonly categories: string[];
  /** By the place of the category; a gap has none. */
  readonly values: Map<number, number>;
}

/** The series of each chart of a document, and all that its relations lead to. */
async function chartsIn(document: Buffer) {
  const path = join(testFolder(), 'bulletin.docx');
  writeFileSync(path, document);
  return withParts(path, async ({ has, read }) => {
    const charts: Series[][] = [];
    const targets: string[] = [];
    const seeRelation = (_name: string, attributes: ReadonlyMap<string, string>) =>
      targets.push(attributes.get('TargetMode') ?? attributes.get('Target') ?? '');
    for (let number = 1; has(`word/charts/chart${number}.xml`); number += 1) {
      const series: Series[] = [];
      const stack: string[] = [];
      let place = 0;
      await read(`word/charts/chart${number}.xml`, {
        open: (name, attributes) => {
          stack.push(name);
          if (name === 'ser') series.push({ name: '', categories: [], values: new Map() });
          if (name === 'pt') place = Number(attributes.get('idx'));
        },
        text: (text) => {
          const own = series.at(-1);
          if (own === undefined || stack.at(-1) !== 'v') return;
          if (stack.includes('tx')) own.name += text;
          else if (stack.includes('cat')) own.categories.push(text);
          else if (stack.includes('val')) own.values.set(place, Number(text));
        },
        close: () => void stack.pop(),
      });
      charts.push(series);
      await read(`word/charts/_rels/chart${number}.xml.rels`, { open: seeRelation });
    }
    await read('word/_rels/document.xml.rels', { open: seeRelation });
    return { charts, targets };
  });
}

const words = { achieved: '已完成', 'on-pace': '正常', watch: '预警', behind: '滞后', 'no-data': '', 'no-target': '' };

it('draws each city’s completion under its level, and the province’s course, with the numbers of the API', async () => {
  const { official, draft, database } = await draftedSeptember();
  const { charts, targets } = await chartsIn((await official.get(at(draft.id, '/docx'))).rawPayload);
  // Two core indicators, each with its cities and its course; what they are edited with lies in the document.
  expect(charts).toHaveLength(4);
  expect(targets).not.toContain('External');
  expect(targets.filter((target) => target.includes('embeddings'))).toHaveLength(4);

  const overview = (await official.get('/api/overview?year=2020&month=9')).json<Overview>();
  const standings = overview.regions.map(({ region, indicators }) => ({
    name: draft.fields[`${region}/name`],
    ...indicators.find(({ indicator }) => indicator === 'prefab-area')!,
  }));
  const [completions = [], course = []] = charts;
  const drawn = completions
    .filter(({ name }) => name !== '序时应达')
    .flatMap(({ name, categories, values }) =>
      [...values].map(([place, value]) => ({ city: categories[place], level: name, value })),
    );
  const byCompletion = standings.toSorted((one, other) => other.completion! - one.completion!);
  expect(drawn.toSorted((one, other) => other.value - one.value)).toEqual(
    byCompletion.map(({ name, level, completion }) => ({ city: name, level: words[level], value: completion })),
  );
  expect(completions[0]?.categories).toEqual(byCompletion.map(({ name }) => name));
  expect([...completions.at(-1)!.values.values()]).toEqual(byCompletion.map(({ pace }) => pace));

  const sprint = (await official.get('/api/sprint?year=2020&month=9')).json<Sprint>();
  const province = sprint.province.indicators.find(({ indicator }) => indicator === 'prefab-area')!;
  const [actual, pace, target] = course;
  expect([...actual!.values.values()]).toEqual(province.series.map(({ cumulative }) => cumulative));
  expect(pace?.values.size).toBe(12);
  // 72.95 % of 7,150.00 by the end of September, all of it by the end of the year.
  expect(pace?.values.get(8)).toBeCloseTo(province.pace! * 7150, 0);
  expect([pace?.values.get(11), target?.values.get(0)]).toEqual([7150, 7150]);

  // What was issued before there were pictures has none when it is made again.
  const { course: _course, ...before } = (await findBulletin(database.reader, draft.id))!.facts;
  expect(picturesOf(before, 'zh')).toEqual([]);
});
