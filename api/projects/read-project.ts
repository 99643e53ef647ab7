/** From a project as it was typed to the one that is kept, or to everything that is wrong with it. Pure. */
import type { ProjectVersionRow } from '#db/projects.ts';
import { inUnit, readFigure, type ReadFormat } from '../figures/figure-text.ts';
import { problemOf } from '../figures/read-figures.ts';
import { pointerTo } from '../http/pointer.ts';
import type { ProblemPointer } from '../http/problem.ts';
import type { ProjectIn } from './contract.ts';
import { projectFields, type ProjectField } from './fields.ts';

/** What is kept of a project, without who wrote it and when. */
export type ProjectContent = Omit<
  ProjectVersionRow,
  'project' | 'number' | 'action' | 'reason' | 'at' | 'actor' | 'actedAs'
>;

/** Whole square metres. */
export const areaFormat: ReadFormat = { scale: 1, decimals: 0, unit: { zh: '㎡', en: 'm²' } };
/** Hundredths of a percent. */
export const percentFormat: ReadFormat = { scale: 100, decimals: 2, unit: { zh: '%', en: '%' } };

const largestRate = 100 * 100;

/**
 * A project in base units.
 * @throws Problem a figure's, `rate-above-whole`, `day-after-today`, with a pointer for every field that is wrong
 */
export function readProject(input: ProjectIn, today: string): ProjectContent {
  const { content, problems } = readContent(input, today);
  const problem = problemOf(problems);
  if (problem !== null) throw problem;
  return content;
}

/** The same with its problems beside it; what is wrong counts as not known. */
export function readContent(
  input: ProjectIn,
  today: string,
): { readonly content: ProjectContent; readonly problems: readonly ProblemPointer[] } {
  const problems: ProblemPointer[] = [];
  const numberOf = (key: keyof ProjectIn, format: ReadFormat, isRequired = false): number | null => {
    const { value, problem } = readNumber(input, key, format, isRequired);
    if (problem !== null) problems.push(problem);
    return value;
  };
  const { permit, ...rest } = input;
  const content: ProjectContent = {
    ...rest,
    permit: permit === '' ? null : permit,
    totalArea: numberOf('totalArea', areaFormat, true) ?? 0,
    aboveGroundArea: numberOf('aboveGroundArea', areaFormat),
    prefabricatedArea: numberOf('prefabricatedArea', areaFormat),
    decoratedArea: numberOf('decoratedArea', areaFormat),
    assemblyRate: numberOf('assemblyRate', percentFormat),
  };
  return { content, problems: [...problems, ...rateProblems(content), ...dayProblems(input, today)] };
}

function readNumber(
  input: ProjectIn,
  key: keyof ProjectIn,
  format: ReadFormat,
  isRequired: boolean,
): { readonly value: number | null; readonly problem: ProblemPointer | null } {
  const given = input[key];
  const isEmpty = given === null || (typeof given === 'string' && given.trim() === '');
  if (isEmpty && !isRequired) return { value: null, problem: null };
  const reading = readFigure(typeof given === 'number' || typeof given === 'string' ? given : null, format);
  if (reading.ok) return { value: reading.value, problem: null };
  const values = { indicator: wordsOf(key), text: reading.text, decimals: format.decimals, unit: unitOf(format) };
  const isMissing = reading.code === 'figure-null' || reading.code === 'figure-empty';
  const problem: ProblemPointer = isMissing
    ? { pointer: pointerTo([key]), code: 'project-field-empty', values: { field: wordsOf(key) } }
    : { pointer: pointerTo([key]), code: reading.code, values };
  return { value: null, problem };
}

/** What is kept, as it was sent: the permit's absence is empty, the assembly rate in percent. */
export const presentContent = <Content extends ProjectContent>({ permit, assemblyRate, ...rest }: Content) => ({
  ...rest,
  permit: permit ?? '',
  assemblyRate: inUnit(assemblyRate, percentFormat.scale),
});

const unitOf = ({ unit = { zh: '', en: '' } }: ReadFormat) => unit;

function rateProblems({ assemblyRate }: ProjectContent): readonly ProblemPointer[] {
  if (assemblyRate === null || assemblyRate <= largestRate) return [];
  return [{ pointer: pointerTo(['assemblyRate']), code: 'rate-above-whole', values: { rate: assemblyRate / 100 } }];
}

/** What has happened did so by today; plans lie where they will. */
function dayProblems(input: ProjectIn, today: string): readonly ProblemPointer[] {
  return projectFields.filter(isDayOfFact).flatMap(({ key, words }) => {
    const day = input[key];
    if (typeof day !== 'string' || day <= today) return [];
    return [{ pointer: pointerTo([key]), code: 'day-after-today' as const, values: { field: words, day, today } }];
  });
}

const isDayOfFact = ({ kind, key }: ProjectField): boolean => kind === 'day' && !key.endsWith('Planned');

/** What a field is called. */
export function wordsOf(key: keyof ProjectIn): ProjectField['words'] {
  const field = projectFields.find((one) => one.key === key);
  if (field === undefined) throw new Error(`there is no field ${key}`);
  return field.words;
}
