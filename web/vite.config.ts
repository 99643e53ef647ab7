import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { ESTree, Plugin } from 'vite';
import { resources } from './text/messages/catalogue.ts';
import { part } from './text/messages/first-areas.ts';

const here = import.meta.dirname;

/** Writes `x.gz` beside every text asset, so that the server sends it as it is and never compresses the same bytes twice. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async closeBundle() {
      const folder = join(here, 'dist');
      const names = await readdir(folder, { recursive: true });
      for (const name of names.filter((name) => /\.(js|css|svg|html)$/.test(name))) {
        const content = await readFile(join(folder, name));
        await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

/**
 * Makes of `zh.ts`, `zh-further.ts` and their English twins a file each that holds its texts only: the areas have both
 * languages side by side. The page names the first of each, so that `before-paint.js` asks for the one it needs at once and
 * not after the program has come.
 */
function oneLanguageEach(): Plugin {
  const folder = join(here, 'text/messages');
  const first = new Map([
    [join(folder, 'zh.ts'), part('first', resources.zh)],
    [join(folder, 'en.ts'), part('first', resources.en)],
  ]);
  const byFile = new Map([
    ...first,
    [join(folder, 'zh-further.ts'), part('further', resources.zh)],
    [join(folder, 'en-further.ts'), part('further', resources.en)],
  ]);
  return {
    name: 'one-language-each',
    apply: 'build',
    load(id) {
      const texts = byFile.get(id);
      return texts === undefined ? null : `export const texts = ${JSON.stringify(texts)};`;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const attributes = chunks
          .filter(({ facadeModuleId }) => facadeModuleId !== null && first.has(facadeModuleId))
          .map(({ name, fileName }) => ` data-${name}="/${fileName}"`);
        return html.replace('<script src="/before-paint.js"', `$&${attributes.join('')}`);
      },
    },
  };
}

/** What a declaration of an endpoint says to the server alone: its schemas and what it is for. */
const serverOnly = new Set(['params', 'query', 'body', 'reply', 'data', 'summary']);

/**
 * Leaves out of an endpoint's declaration what the server alone needs of it, and lets a build drop every schema that nothing
 * uses then: they are made by calls, which nothing can know to be without effect unless they are marked so.
 */
function contractsWithoutSchemas(): Plugin {
  return {
    name: 'contracts-without-schemas',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/api\/[^?]*contract\.ts$/ },
      handler(code) {
        const calls = this.parse(code).body.flatMap((statement) => {
          const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          const made = declared?.type === 'VariableDeclaration' ? declared.declarations : [];
          return made.flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));
        });
        const short = calls.reduceRight(
          (text, call) => `${text.slice(0, call.start)}${inBrowser(call, code)}${text.slice(call.end)}`,
          code,
        );
        return { code: short, map: null };
      },
    },
  };
}

function inBrowser(call: ESTree.CallExpression, code: string): string {
  const [declared] = call.arguments;
  const said = code.slice(call.start, call.end);
  const isEndpoint = call.callee.type === 'Identifier' && /[eE]ndpoint$/.test(call.callee.name);
  if (!isEndpoint || declared?.type !== 'ObjectExpression') return `/* @__PURE__ */ (() => ${said})()`;
  const kept = declared.properties.filter(
    (one) => one.type !== 'Property' || one.key.type !== 'Identifier' || !serverOnly.has(one.key.name),
  );
  const fields = kept.map(({ start, end }) => code.slice(start, end));
  return `/* @__PURE__ */ ${code.slice(call.start, declared.start)}{ ${fields.join(', ')} })`;
}

/** Libraries that most pages share: what forms alone need of them comes with the forms. */
const isOfMostPages = (id: string): boolean =>
  id.includes('/node_modules/') && !/\/(Checkbox|Textarea|InlineInput)\//.test(id);

/** The pages that people begin with. */
const firstPages = ['overview', 'city', 'sprint'].map((name) => join(here, 'features', name, 'page.tsx'));

type ModuleOf = (id: string) => { readonly importedIds: readonly string[] } | null;

/** How many of the first pages need a module at once, by its id. */
function countUses(moduleOf: ModuleOf): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const page of firstPages) {
    const needed = new Set([page]);
    // What is added while it is walked is walked too.
    for (const id of needed) for (const imported of moduleOf(id)?.importedIds ?? []) needed.add(imported);
    for (const id of needed) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return uses;
}

let usesOfModules: ReadonlyMap<string, number> | undefined;

/** What two of the first pages need comes to all three in one file, because each small one costs a way to the server and back. */
function firstPagesChunk(id: string, context: { getModuleInfo: ModuleOf }): string | null {
  usesOfModules ??= countUses((one) => context.getModuleInfo(one));
  return !id.includes('/node_modules/') && (usesOfModules.get(id) ?? 0) >= 2 ? 'first' : null;
}

export default defineConfig({
  root: here,
  plugins: [react(), oneLanguageEach(), contractsWithoutSchemas(), precompressed()],
  resolve: {
    // The contracts' schemas are the server's business: the browser needs only their types, and names and paths of endpoints.
    alias: { zod: join(here, 'api/no-schemas.ts') },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What most pages share comes in three files instead of forty small ones: the libraries, which change with the
          // lock file only, what the first pages need, and what many others do.
          groups: [
            { name: 'libraries', test: isOfMostPages, minShareCount: 3, priority: 4 },
            { name: firstPagesChunk, priority: 3 },
            { name: 'shared', test: /\.tsx?$/, minShareCount: 8, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // `web/api` is a folder of sources, which the browser reads too while developing.
    proxy: { '^/api/(?!.*\\.ts)': process.env['API'] ?? 'http://127.0.0.1:3000' },
  },
});
