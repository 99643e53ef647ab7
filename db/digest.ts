/** What a sealed row comes down to: a text that is the same on both engines, and its hash. */
import { hash } from 'node:crypto';
import type { SealedContent } from './sealed-rows.ts';

/** SHA-256 of a row's content, the same on both engines and in any order of its columns. */
export function digestOf(content: SealedContent): string {
  return hash('sha256', canonical(content));
}

/** JSON with the keys of every object in order, so that an engine that orders them otherwise makes no difference. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).toSorted(byName);
  return `{${entries.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;
