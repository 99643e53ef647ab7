/** Examples of what reads, made of what parameters are called: they run as they stand on an office with the demonstration. */
import { z } from 'zod';
import type { AnyEndpoint } from './endpoint.ts';

/** A value of each parameter that means the same wherever it is asked for; what only one office has (ids) has none. */
const values: Readonly<Record<string, string | number>> = {
  year: 2020,
  month: 10,
  region: '331100',
  indicator: 'prefab-area',
  interview: '2020-10-15',
  item: '1.1',
  paper: 'notice',
  language: 'zh',
};

const choice = z.object({ enum: z.array(z.string()) });

/** The example of a parameter: of a format JSON where there is one, else CSV. Undefined where there is none. */
export function exampleOf(name: string, schema: unknown): string | number | undefined {
  if (name !== 'format') return values[name];
  const formats = choice.safeParse(schema).data?.enum ?? [];
  return ['json', 'csv'].find((format) => formats.includes(format));
}

/** A whole address of an endpoint that reads; null for others, and where a parameter that must be there has no example. */
export function exampleAddress({ kind, method, path, query }: AnyEndpoint): string | null {
  if (method !== 'GET' || kind === 'stream') return null;
  const filled = path.replaceAll(/:(\w+)/g, (whole, name: string) => String(exampleOf(name, null) ?? whole));
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  const asked = required.map((name) => ({ name, value: exampleOf(name, properties[name]) }));
  if (filled.includes(':') || asked.some(({ value }) => value === undefined)) return null;
  return asked.length === 0 ? filled : `${filled}?${asked.map(({ name, value }) => `${name}=${value}`).join('&')}`;
}
