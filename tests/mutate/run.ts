/**
 * `npm run mutate -- [folder or file …] [--count 100] [--seed 1] [--lanes 1] [--tests tests/api]`: sabotages the sources one small change at a
 * time and says which sabotages no test notices. How to read it is said in tests/README.md.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyWith, type Copy } from './copy.ts';
import { draw, type Drawn } from './draw.ts';
import { dryRun, tryOne, type Verdict } from './trial.ts';

const root = join(import.meta.dirname, '../..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '1' },
    tests: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

/** Tools and texts of the build, which no page and no server loads. */
const excluded = /^(web\/(build|vite\.config)\.ts|.*\.d\.ts|web\/dist\/.*)$/;

function sourcesUnder(places: readonly string[]) {
  const patterns = places.flatMap((place) =>
    /\.tsx?$/.test(place) ? [place] : [`${place}/**/*.ts`, `${place}/**/*.tsx`],
  );
  const files = globSync(patterns, { cwd: root }).filter((file) => !excluded.test(file) && isAsked(file));
  return [...new Set(files)].toSorted().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** The measures have their own draw: they are held to more. */
const isAsked = (file: string): boolean =>
  !file.startsWith('api/measures/') || positionals.some((place) => place.startsWith('api/measures'));

const sources = sourcesUnder(positionals.length === 0 ? ['api', 'db', 'web'] : positionals);
const drawn = draw(sources, values.count === undefined ? null : Number(values.count), Number(values.seed));
const lineOf = ({ file, line, what }: Drawn): string => `${file}:${line}  ${what.replaceAll(/\s+/g, ' ')}`;
console.log(`${drawn.length} sabotages over ${sources.length} files (seed ${values.seed}).`);
if (values.list) {
  for (const one of drawn) console.log(`  ${lineOf(one)}`);
  process.exit(0);
}

const copies: readonly Copy[] = Array.from({ length: Number(values.lanes) }, () => copyWith(drawn));
const verdicts = new Map<Drawn, Verdict>();
try {
  const [first] = copies;
  if (first === undefined) throw new Error('--lanes must be at least 1');
  const began = performance.now();
  const reach = await dryRun(first.folder, drawn, values.tests);
  console.log(`Dry run with every switch off: ${Math.round((performance.now() - began) / 1000)} s.`);
  const waiting = [...drawn];
  await Promise.all(
    copies.map(async ({ folder }) => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        const started = performance.now();
        const verdict = await tryOne(folder, one, reach);
        verdicts.set(one, verdict);
        const seconds = Math.round((performance.now() - started) / 1000);
        console.log(`${verdict.noticed ? 'noticed ' : 'SURVIVED'} ${seconds} s  ${lineOf(one)}  ${verdict.by}`);
      }
    }),
  );
} finally {
  for (const copy of copies) copy.remove();
}

const survivors = drawn.filter((one) => verdicts.get(one)?.noticed !== true);
const report = survivors.map((one) => `${lineOf(one)}  (${verdicts.get(one)?.by ?? 'not tried'})`).join('\n');
console.log(`\n${drawn.length - survivors.length} of ${drawn.length} noticed; survivors:\n${report || '  none'}`);
mkdirSync(join(root, 'tests/.output'), { recursive: true });
writeFileSync(join(root, 'tests/.output/survivors.txt'), `${report}\n`);
