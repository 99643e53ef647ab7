/** A rule as it is being written, and how it is read back from what this tab kept. Pure. */
import { operators, kinds, ruleMeasures } from '#api/measures/vocabulary.ts';
import type { Bilingual } from '#api/http/shapes.ts';
import { isRecord } from '../../ui/is-record.ts';
import { judgedLevels, type Draft } from './draft.ts';

export interface WrittenRule {
  /** Of the rule that it was begun from: the next version of it. */
  readonly id: string;
  readonly name: Bilingual;
  readonly source: Bilingual;
  readonly draft: Draft;
}

/** What was kept, perhaps by an older program; null where it is no such thing. */
export function keptRule(text: string): WrittenRule | null {
  try {
    const kept: unknown = text === '' ? null : JSON.parse(text);
    return isWritten(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isWritten(value: unknown): value is WrittenRule {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    isBilingual(value['name']) &&
    isBilingual(value['source']) &&
    isDraft(value['draft'])
  );
}

const isBilingual = (value: unknown): boolean =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

function isDraft(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return kinds.every((kind) => {
    const pair = value[kind];
    return isRecord(pair) && judgedLevels.every((level) => isNode(pair[level]) && !isLeafShaped(pair[level]));
  });
}

const isLeafShaped = (value: unknown): boolean => isRecord(value) && 'measure' in value;

function isNode(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (isLeafShaped(value)) {
    const isKnown =
      ruleMeasures.some((one) => one === value['measure']) && operators.some((one) => one === value['operator']);
    return isKnown && typeof value['number'] === 'string';
  }
  const { join, parts } = value;
  return (join === 'all' || join === 'any') && Array.isArray(parts) && parts.every(isNode);
}
