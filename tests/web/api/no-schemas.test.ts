/** The built web has no schemas; what stands in their place must not be taken for them. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { z as Zod } from 'zod';

vi.mock('zod', () => import('#web/api/no-schemas.ts'));

// As a page would have it: the compiler believes that it is zod.
const { z }: { readonly z: typeof Zod } = await import('zod');
const root = join(import.meta.dirname, '../../..');

describe('what the browser has in zod’s place', () => {
  const schema = z.object({ year: z.number().int().optional(), state: z.enum(['a', 'b']) });

  it.each([
    ['parse', () => schema.parse({})],
    ['safeParse', () => schema.safeParse(null)],
    ['parseAsync', () => schema.parseAsync({})],
    ['safeParseAsync', () => schema.safeParseAsync({})],
    ['decode', () => schema.decode({ state: 'a' })],
    ['encode', () => schema.encode({ state: 'a' })],
    ['a part’s parse', () => schema.shape.year.parse(1)],
    ['z.parse', () => z.parse(schema, {})],
    ['z.safeParse', () => z.safeParse(schema, {})],
    ['z.toJSONSchema', () => z.toJSONSchema(schema)],
    ['isOptional', () => schema.shape.year.isOptional()],
    ['options', () => schema.shape.state.options],
    ['its text', () => `${String(schema)}`],
    ['its parts one by one', () => [...z.string().array().unwrap().parse([])]],
  ])('throws when it is asked for %s', (_what, ask) => {
    expect(ask).toThrow('There are no schemas in the browser');
  });

  it('lets every contract be loaded, with its constants', async () => {
    const contracts = globSync('api/*/contract.ts', { cwd: root });
    expect(contracts.length).toBeGreaterThan(8);
    for (const path of contracts) await expect(import(join(root, path))).resolves.toBeDefined();
    const { overview } = await import('#api/standings/contract.ts');
    expect(overview).toMatchObject({ kind: 'json', method: 'GET', path: '/api/overview' });
  });
});
