/** The laws tried on planted imports: a law that lets everything through would pass on the house as it is, for ever. */
import { describe, expect, it } from 'vitest';
import {
  againstTheLayers,
  againstTheRooms,
  againstTheTable,
  firstCycle,
  importsOf,
  layersOfWeb,
  serverInTheWeb,
} from './support/import-laws.ts';
import { roomsOfApi } from './support/rooms-of-api.ts';

const plant = (from: string, name: string) => importsOf(from, `import { x } from '${name}';\n`);
const plantType = (from: string, name: string) => importsOf(from, `import type { X } from '${name}';\n`);

/** Imports from each of these files to the next. */
const chain = (...files: readonly string[]) =>
  files.slice(1).flatMap((to, at) => importsOf(files[at] ?? '', `import { x } from '#${to}';`));

describe('reading the imports of a file', () => {
  it.each([
    [`import { a } from './b.ts';`, 'api/b.ts', false],
    [`import type { A } from './b.ts';`, 'api/b.ts', true],
    [`export { a } from '../db/b.ts';`, 'db/b.ts', false],
    [`export type { A } from '#db/b.ts';`, 'db/b.ts', true],
    [`import '#web/style.css';`, 'web/style.css', false],
    [`import {\n  a,\n  type B,\n} from 'fastify';`, 'fastify', false],
    [`const b = await import('./b.ts');`, 'api/b.ts', false],
    [`import { open } from '#db/dialect';`, 'db/dialect/chosen.ts', false],
  ])('finds %s', (text, to, typeOnly) => {
    expect(importsOf('api/a.ts', `${text}\n`)).toEqual([{ from: 'api/a.ts', to, typeOnly }]);
  });

  it('finds every one of several, and none in a word', () => {
    const text = `import a from 'a';\nimport b from 'b';\n// we import nothing here\nconst text = 'import c';\n`;
    expect(importsOf('api/a.ts', text).map(({ to }) => to)).toEqual(['a', 'b']);
  });
});

describe('the import table', () => {
  it.each([
    ['api/measures/pace.ts', 'zod'],
    ['api/measures/pace.ts', '#db/figures.ts'],
    ['api/measures/pace.ts', '#api/http/context.ts'],
    ['api/targets/contract.ts', '#api/targets/actions.ts'],
    ['api/targets/lifecycle.ts', 'node:crypto'],
    ['api/submissions/preview.ts', '#db/schema.ts'],
    ['api/http/shapes.ts', 'fastify'],
    ['db/figures.ts', '#api/targets/contract.ts'],
    ['db/figures.ts', '#api/measures/standing.ts'],
    ['db/targets.ts', '#api/measures/accepted.ts'],
    ['db/figures.ts', '#seeds/load.ts'],
    ['db/figures.ts', 'fastify'],
    ['seeds/load.ts', '#api/targets/actions.ts'],
    ['seeds/load.ts', '#web/app.tsx'],
    ['seeds/load.ts', 'fastify'],
    ['api/targets/routes.ts', '#db/targets.ts'],
    ['api/targets/routes.ts', 'zod'],
    ['api/http/serve.ts', '#seeds/load.ts'],
    ['api/http/serve.ts', 'pg'],
    ['api/targets/actions.ts', 'fastify'],
    ['api/targets/actions.ts', '#seeds/load.ts'],
    ['api/targets/actions.ts', 'drizzle-orm'],
    ['api/targets/actions.ts', '#web/format.ts'],
    ['web/features/city/page.tsx', '#api/command.ts'],
    ['web/features/city/page.tsx', '#api/targets/actions.ts'],
    ['web/features/city/page.tsx', '#db/figures.ts'],
    ['web/features/city/page.tsx', '#db/dialect'],
    ['web/features/city/page.tsx', '#seeds/load.ts'],
    ['web/features/city/page.tsx', '#tests/support/app.ts'],
    ['web/features/city/page.tsx', 'fastify'],
    ['web/features/city/page.tsx', 'zod'],
    ['web/features/city/page.tsx', 'node:fs'],
    ['web/features/city/page.tsx', 'lodash'],
    ['web/features/city/page.tsx', 'react-other'],
    ['web/features/city/page.tsx', '@mantine/dates'],
    ['elsewhere/a.ts', 'react'],
  ])('refuses that %s imports %s', (from, name) => {
    expect(againstTheTable(plant(from, name))).toEqual([expect.stringContaining(`${from} → `)]);
  });

  it.each([
    ['web/features/city/page.tsx', '#api/command.ts'],
    ['web/features/city/page.tsx', 'fastify'],
    ['api/measures/pace.ts', '#api/http/context.ts'],
    ['db/figures.ts', '#api/targets/actions.ts'],
    ['api/targets/contract.ts', '#db/schema.ts'],
  ])('refuses that %s imports so much as a type of %s', (from, name) => {
    expect(againstTheTable(plantType(from, name))).toHaveLength(1);
  });

  it.each([
    ['api/measures/pace.ts', './curve.ts'],
    ['api/targets/contract.ts', '#api/http/shapes.ts'],
    ['api/targets/contract.ts', 'zod'],
    ['db/figures.ts', 'drizzle-orm'],
    ['db/figures.ts', '#api/measures/accepted.ts'],
    ['db/figures.ts', '#db/dialect'],
    ['seeds/load.ts', '#api/accounts/password.ts'],
    ['api/targets/routes.ts', './actions.ts'],
    ['api/targets/actions.ts', '#db/targets.ts'],
    ['api/server/app.ts', 'pino'],
    ['web/features/city/page.tsx', '#web/format.ts'],
    ['web/features/city/page.tsx', '#api/targets/contract.ts'],
    ['web/features/city/page.tsx', '#api/measures/pace.ts'],
    ['web/features/city/page.tsx', 'react'],
    ['web/features/city/page.tsx', 'react-dom/client'],
    ['web/features/city/page.tsx', '@mantine/core/styles.css'],
    ['web/build.ts', 'node:fs'],
    ['tests/api/targets.test.ts', '#api/targets/actions.ts'],
  ])('allows that %s imports %s', (from, name) => {
    expect(againstTheTable(plant(from, name))).toEqual([]);
  });

  it.each([
    ['db/targets.ts', '#api/targets/contract.ts'],
    ['api/targets/routes.ts', '#db/database.ts'],
    ['api/targets/actions.ts', 'fastify'],
  ])('allows that %s imports a type of %s, but nothing that runs', (from, name) => {
    expect(againstTheTable(plantType(from, name))).toEqual([]);
    expect(againstTheTable(plant(from, name))).toHaveLength(1);
  });
});

describe('the rooms of the api', () => {
  it.each([
    ['api/regions/actions.ts', '#api/accounts/accounts.ts'],
    ['api/targets/present.ts', '#api/standings/present.ts'],
    ['api/submissions/lists.ts', '#api/standings/replies.ts'],
    ['api/http/problems.ts', '#api/accounts/lifecycle.ts'],
    ['api/measures/curve.ts', '#api/http/shapes.ts'],
    ['api/command.ts', '#api/submissions/lifecycle.ts'],
    ['api/standings/actions.ts', '#api/command.ts'],
    ['api/accounts/accounts.ts', '#api/server/config.ts'],
    ['api/new-room/actions.ts', '#api/http/problem.ts'],
  ])('refuse that %s imports %s, even as a type', (from, name) => {
    expect(againstTheRooms(plant(from, name))).toHaveLength(1);
    expect(againstTheRooms(plantType(from, name))).toHaveLength(1);
  });

  it.each([
    ['api/server/app.ts', '#api/standings/routes.ts'],
    ['api/standings/contract.ts', '#api/submissions/contract.ts'],
    ['api/targets/actions.ts', '#api/command.ts'],
    ['api/targets/actions.ts', '#db/targets.ts'],
  ])('allow that %s imports %s', (from, name) => {
    expect(againstTheRooms(plant(from, name))).toEqual([]);
  });

  it('know no circle: each may know only rooms that stand before it', () => {
    const rooms = Object.keys(roomsOfApi);
    const backwards = Object.entries(roomsOfApi).flatMap(([room, below]) =>
      below.filter((other) => !rooms.includes(other) || rooms.indexOf(other) >= rooms.indexOf(room)),
    );
    expect(backwards).toEqual([]);
  });
});

describe('the law that keeps the server out of the web', () => {
  it.each([
    '#api/command.ts',
    '#db/figures.ts',
    '#seeds/load.ts',
    '#tests/support/app.ts',
    'fastify',
    'pg',
    'node:fs',
    'zod',
  ])('refuses %s, even as a type', (name) => {
    expect(serverInTheWeb(plant('web/app/shell.tsx', name))).toHaveLength(1);
    expect(serverInTheWeb(plantType('web/app/shell.tsx', name))).toHaveLength(1);
  });

  it('lets contracts in, and is not about the build', () => {
    expect(serverInTheWeb(plant('web/app/shell.tsx', '#api/targets/contract.ts'))).toEqual([]);
    expect(serverInTheWeb(plant('web/build.ts', 'node:fs'))).toEqual([]);
    expect(serverInTheWeb(plant('api/command.ts', 'fastify'))).toEqual([]);
  });
});

describe('the layers of the web', () => {
  it.each([
    ['web/features/city/page.tsx', '#web/features/sprint/rows.ts'],
    ['web/features/city/page.tsx', '#web/app/router.tsx'],
    ['web/parts/rule-line.tsx', '#web/features/city/sentence.ts'],
    ['web/charts/burn-up.tsx', '#web/api/queries.ts'],
    ['web/charts/burn-up.tsx', '#web/parts/rule-line.tsx'],
    ['web/ui/loaded.tsx', '#web/parts/origin-mark.tsx'],
    ['web/ui/loaded.tsx', '#web/charts/level-mark.tsx'],
    ['web/api/call.ts', '#web/ui/stored.ts'],
    ['web/text/format.ts', '#web/api/session.ts'],
    ['web/somewhere/a.ts', '#web/ui/stored.ts'],
  ])('refuse that %s imports %s, even as a type', (from, name) => {
    expect(againstTheLayers(plant(from, name))).toEqual([`${from} → ${name.slice(1)}`]);
    expect(againstTheLayers(plantType(from, name))).toHaveLength(1);
  });

  it.each([
    ['web/features/city/page.tsx', './rows.ts'],
    ['web/features/submissions/form/page.tsx', '#web/features/submissions/row-state.ts'],
    ['web/features/city/page.tsx', '#web/charts/bar.tsx'],
    ['web/features/city/page.tsx', '#web/parts/rule-line.tsx'],
    ['web/app/router.tsx', '#web/features/city/page.tsx'],
    ['web/ui/loaded.tsx', '#web/text/format.ts'],
    ['web/ui/loaded.tsx', '#web/api/problem-error.ts'],
  ])('allow that %s imports %s', (from, name) => {
    expect(againstTheLayers(plant(from, name))).toEqual([]);
  });

  it('know no circle', () => {
    const layers = Object.keys(layersOfWeb);
    const backwards = Object.entries(layersOfWeb).flatMap(([layer, below]) =>
      below.filter((other) => layers.indexOf(other) >= layers.indexOf(layer)),
    );
    expect(backwards).toEqual([]);
  });
});

describe('the law against cycles', () => {
  it('finds a cycle of two and of three, also behind a file that leads into it', () => {
    expect(firstCycle(chain('api/a.ts', 'api/b.ts', 'api/a.ts'))).toEqual(['api/a.ts', 'api/b.ts', 'api/a.ts']);
    expect(firstCycle(chain('api/z.ts', 'api/a.ts', 'api/b.ts', 'api/c.ts', 'api/a.ts'))).toEqual([
      'api/a.ts',
      'api/b.ts',
      'api/c.ts',
      'api/a.ts',
    ]);
  });

  it('finds none where two ways lead to one file, nor where types alone close the circle', () => {
    expect(
      firstCycle([...chain('api/a.ts', 'api/b.ts', 'api/d.ts'), ...chain('api/a.ts', 'api/c.ts', 'api/d.ts')]),
    ).toEqual([]);
    expect(firstCycle([...chain('api/a.ts', 'api/b.ts'), ...plantType('api/b.ts', '#api/a.ts')])).toEqual([]);
  });
});
