/** The fields of a project as texts of a file, and back. Pure; safe in a browser. */
import type { Language } from '../http/problem.ts';
import type { Project, ProjectIn } from './contract.ts';
import type { ProjectField } from './fields.ts';

/** Yes and no in both languages. */
export const flagWords = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

/** A field's value as a cell shows it; null where it is not known or says nothing. */
export function cellOf(field: ProjectField, project: Pick<Project, keyof ProjectIn>, language: Language) {
  const value = project[field.key];
  if (value === null || value === '') return null;
  if (field.kind === 'choice') return field.choices[String(value)]?.[language] ?? String(value);
  if (typeof value === 'boolean') return flagWords[value ? 'yes' : 'no'][language];
  return value;
}

/** What a cell of a choice, a flag or a day says; undefined where it is none. A choice may be written as its code too. */
export function valueOf(field: ProjectField, text: string): string | boolean | undefined {
  const said = plain(text);
  if (field.kind === 'day') return dayOf(said);
  if (field.kind === 'flag') {
    if (isOneOf(said, flagWords.yes)) return true;
    return isOneOf(said, flagWords.no) ? false : undefined;
  }
  if (field.kind !== 'choice') return text;
  return Object.entries(field.choices).find(([code, words]) => plain(code) === said || isOneOf(said, words))?.[0];
}

const isOneOf = (said: string, { zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  said === plain(zh) || said === plain(en);

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** `2020-9-1`, `2020/9/1`, `2020.9.1` and `2020年9月1日` are `2020-09-01`; whether there is such a day is seen later. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A project of which nothing is said yet; what must be said is wrong until it is. */
export const blankProject = {
  name: '',
  county: '',
  address: '',
  owner: '',
  permit: '',
  unit: '',
  totalArea: null,
  aboveGroundArea: null,
  prefabricatedArea: null,
  decoratedArea: null,
  assemblyRate: null,
  standard: null,
  assembledDecoration: null,
  greenStars: null,
  bim: null,
  landPlanned: null,
  landActual: null,
  permitPlanned: null,
  permitActual: null,
  startPlanned: null,
  startActual: null,
  completionPlanned: null,
  completionActual: null,
  recognition: 'none',
  recognisedOn: null,
  remarks: '',
} as const satisfies Partial<ProjectIn>;

/** The fields that a project cannot be without. */
export const requiredFields: ReadonlySet<keyof ProjectIn> = new Set(['name', 'buildingType', 'structure', 'totalArea']);
