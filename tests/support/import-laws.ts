/** The import table and what holds it: pure functions over the texts of files, so that a test can try them on planted ones. */
import { dirname, join, normalize } from 'node:path';
import { browserSafe } from './browser-safe.ts';
import { roomsOfApi } from './rooms-of-api.ts';

export interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/gm;

/** The imports of a file, given by its path from the root and its text; packages keep their names. */
export function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map((match) => ({
    from,
    to: resolve(from, match[2] ?? match[3] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
}

function resolve(from: string, name: string): string {
  if (name === '#db/dialect') return 'db/dialect/chosen.ts';
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? normalize(join(dirname(from), name)).replaceAll('\\', '/') : name;
}

/** What the pages are made of. A package that is missing here is one that every person's browser would have to load. */
const packagesOfWeb = /^(@mantine\/(core|hooks)|@tanstack\/react-(query|router)|i18next|react|react-dom)(\/|$)/;

interface Law {
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  readonly typesToo?: readonly RegExp[];
}

/** The table: the first law whose `files` fits a file says what it may import; `typesToo` may be imported as types alone. */
const laws: readonly Law[] = [
  { files: /^api\/measures\//, may: [/^api\/measures\//] },
  { files: browserSafe, may: [browserSafe, /^zod$/] },
  {
    // The rule of which accepted figure counts is the one thing that a query asks the measures for.
    files: /^db\/figures\.ts$/,
    may: [/^db\//, /^drizzle-orm/, /^api\/measures\/accepted\.ts$/],
  },
  {
    files: /^db\//,
    may: [/^db\//, /^drizzle-(orm|kit)/, /^better-sqlite3$/, /^pg$/, /^@electric-sql\/pglite/, /^node:/, /^zod$/],
    typesToo: [/^api\/measures\/vocabulary\.ts$/, /^api\/http\/shapes\.ts$/, /^api\/[^/]+\/(item-)?contract\.ts$/],
  },
  {
    files: /^seeds\//,
    may: [
      /^seeds\//,
      /^db\//,
      /^api\/measures\//,
      browserSafe,
      /^api\/accounts\/password\.ts$/,
      /^node:/,
      /^drizzle-orm/,
    ],
  },
  { files: /^api\/[^/]+\/routes\.ts$/, may: [/^api\//, /^fastify$/, /^@fastify\//, /^node:/], typesToo: [/^db\//] },
  { files: /^api\/server\/mailer\.ts$/, may: [/^nodemailer$/] },
  {
    files: /^api\/server\//,
    may: [/^api\//, /^db\//, /^seeds\//, /^node:/, /^fastify$/, /^@fastify\//, /^pino$/, /^prom-client$/, /^zod$/],
  },
  {
    files: /^api\/http\//,
    may: [/^api\//, /^db\//, /^fastify/, /^@fastify\//, /^node:/, /^zod$/, /^content-disposition$/],
  },
  {
    files: /^api\/((papers|bulletins)\/document|bulletins\/chart)\.ts$/,
    may: [/^api\//, /^docx(\/charts)?$/, /^node:/],
  },
  { files: /^api\/attachments\/content-check\.ts$/, may: [/^api\//, /^file-type$/] },
  { files: /^api\/attachments\/office-document\.ts$/, may: [/^node:/, /^yauzl$/] },
  { files: /^api\/workbooks\/xlsx-parts\.ts$/, may: [/^api\/workbooks\//, /^saxes$/, /^yauzl$/] },
  { files: /^api\/workbooks\/csv-reader\.ts$/, may: [/^api\/workbooks\//, /^node:/, /^csv-parse\/sync$/] },
  { files: /^api\/accounts\/password-policy\.ts$/, may: [/^@zxcvbn-ts\/(core|language-common)$/] },
  { files: /^api\//, may: [/^api\//, /^db\//, /^node:/, /^zod$/], typesToo: [/^fastify$/] },
  { files: /^web\/(build|vite\.config)\.ts$/, may: [/./] },
  { files: /^web\//, may: [/^web\//, browserSafe, packagesOfWeb] },
  { files: /^tests\//, may: [/./] },
];

/** Imports that the table does not allow. */
export function againstTheTable(imports: readonly Import[]): readonly string[] {
  return named(
    imports.filter(({ from, to, typeOnly }) => {
      const law = laws.find(({ files }) => files.test(from));
      if (law === undefined) return true;
      return ![...law.may, ...(typeOnly ? (law.typesToo ?? []) : [])].some((allowed) => allowed.test(to));
    }),
  );
}

const roomOf = (path: string) => /^api\/([^/]+)/.exec(path)?.[1];

/** Imports of the api from a room that the importing one may not know. `server` may know every room. */
export function againstTheRooms(imports: readonly Import[]): readonly string[] {
  return named(
    imports.filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      if (room === undefined || other === undefined || room === other || room === 'server') return false;
      return !(roomsOfApi[room] ?? []).includes(other);
    }),
  );
}

const forbiddenToWeb = /^(fastify|drizzle-orm|better-sqlite3|pg|node:|zod$)/;

/** Imports that would bring the server into the browser; said a second time without the table, because it matters most. */
export function serverInTheWeb(imports: readonly Import[]): readonly string[] {
  return named(
    imports.filter(
      ({ from, to }) =>
        from.startsWith('web/') &&
        !/^web\/(build|vite\.config)\.ts$/.test(from) &&
        (forbiddenToWeb.test(to) || (/^(api|db|seeds|tests)\//.test(to) && !browserSafe.test(to))),
    ),
  );
}

/**
 * The layers of the web, each with those that it may know. A feature knows what lies below it and no other feature: they
 * meet by address. `parts` show a noun that several features speak of; `ui` knows no noun; pictures never ask the server.
 */
export const layersOfWeb: Readonly<Record<string, readonly string[]>> = {
  text: [],
  api: ['text'],
  ui: ['text', 'api'],
  charts: ['text', 'ui'],
  parts: ['text', 'api', 'ui', 'charts'],
  features: ['text', 'api', 'ui', 'charts', 'parts'],
  app: ['text', 'api', 'ui', 'charts', 'parts', 'features'],
};

const layerOf = (path: string) => /^web\/([^/]+)\//.exec(path)?.[1];
const featureOf = (path: string) => /^web\/features\/([^/]+)\//.exec(path)?.[1];

/** Imports of the web from a layer that the importing one may not know, and of one feature by another; types included. */
export function againstTheLayers(imports: readonly Import[]): readonly string[] {
  return named(
    imports.filter(({ from, to }) => {
      const [layer, other] = [layerOf(from), layerOf(to)];
      if (layer === undefined || other === undefined) return false;
      if (layer === other) return featureOf(from) !== featureOf(to);
      return !(layersOfWeb[layer] ?? []).includes(other);
    }),
  );
}

const named = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);

/** The files of the first cycle found, the first of them again at its end; empty where there is none. Types make none. */
export function firstCycle(imports: readonly Import[]): readonly string[] {
  const edges = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { to } of edges.get(file) ?? []) {
      const cycle = walk(to, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of edges.keys()) {
    const cycle = walk(file, []);
    if (cycle !== null) return cycle;
  }
  return [];
}
