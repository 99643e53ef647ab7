/** Attendants as lines that a person types: unit, name, title. Pure. */
import type { InterviewIn } from '#api/interviews/contract.ts';

type Attendant = InterviewIn['attendants'][number];

/** “温州市住房和城乡建设局，张三，局长”; what is not known is left out at the end. */
export function attendantLine({ unit, person, title }: Attendant): string {
  return [unit, person, title].filter((part) => part !== '').join('，');
}

/** The lines of attendants as they are edited: a place for each part, so that none takes another's. */
export function attendantsText(attendants: readonly Attendant[]): string {
  return attendants.map(({ unit, person, title }) => [unit, person, title].join('，').replace(/，+$/, '')).join('\n');
}

/**
 * Reads the lines back. Commas of either language part them; a unit whose name begins with a city's belongs to its bureau.
 */
export function readAttendants(
  text: string,
  cities: readonly { readonly code: string; readonly names: readonly string[] }[],
): readonly Attendant[] {
  return text
    .split('\n')
    .map((line) => line.split(/[，,]/).map((part) => part.trim()))
    .filter(([unit = '']) => unit !== '')
    .map(([unit = '', person = '', title = '']) => ({
      region: cities.find(({ names }) => names.some((name) => unit.startsWith(name)))?.code ?? null,
      unit,
      person,
      title,
    }));
}
