/** What is typed into a project's form, a text for each field, and what is sent of it. Pure. */
import type { ProjectIn } from '#api/projects/contract.ts';
import { projectFields, type ProjectField } from '#api/projects/fields.ts';
import { isRecord } from '../../ui/is-record.ts';

export type FormValues = Readonly<Record<ProjectField['key'], string>>;

/** The texts of a project's fields: a choice's code, `yes` or `no`, a number as it is; empty where nothing is known. */
export function valuesOf(project: Readonly<Record<ProjectField['key'], unknown>>): FormValues {
  const entries = projectFields.map(({ key }): [ProjectField['key'], string] => [key, textOf(project[key])]);
  // One entry for each field, which fromEntries forgets.
  return Object.fromEntries(entries) as FormValues;
}

/** What is typed into the form: the fields, and why they change. */
export interface TypedProject {
  readonly values: FormValues;
  readonly reason: string;
}

/** What was kept of it, perhaps by an older program; null where a field is missing or is no text. */
export function readTyped(kept: unknown): TypedProject | null {
  if (!isRecord(kept)) return null;
  const { values, reason } = kept;
  if (typeof reason !== 'string' || !isRecord(values)) return null;
  const isWhole = projectFields.every(({ key }) => typeof values[key] === 'string');
  return isWhole ? { values: valuesOf(values as FormValues), reason } : null; // each field was looked at just above
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : String(value);
}

/** What is sent: numbers as they were typed, for one grammar to read; what is empty is not known. */
export function inputOf(values: FormValues): ProjectIn {
  const entries = projectFields.map((field) => [field.key, sentOf(field, values[field.key])]);
  // Each field is sent as its kind is declared, which fromEntries forgets; the server reads every one of them anew.
  return Object.fromEntries(entries) as ProjectIn;
}

function sentOf({ kind, key }: ProjectField, text: string): string | number | boolean | null {
  if (kind === 'text') return text;
  if (text === '') return key === 'recognition' ? 'none' : null;
  if (kind === 'flag') return text === 'yes';
  return kind === 'stars' ? Number(text) : text;
}
