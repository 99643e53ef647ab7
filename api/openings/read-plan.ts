/** From a first-quarter plan as it was typed to the plan that is kept, or to everything that is wrong with it. Pure. */
import { inUnit, readFigure } from '../figures/figure-text.ts';
import { problemOf } from '../figures/read-figures.ts';
import { pointerTo } from '../http/pointer.ts';
import type { ProblemPointer } from '../http/problem.ts';
import type { OpeningIn, OpeningPlan } from './contract.ts';
import { isInFirstQuarter } from './lifecycle.ts';

/** 万㎡ with four decimals are whole square metres. */
const areaFormat = { scale: 10_000, decimals: 4 };

/** An area of square metres in 万㎡. */
export const areaInUnit = (squareMetres: number): number => inUnit(squareMetres, areaFormat.scale);

/** @throws Problem `day-outside-quarter` or a figure's, with a pointer for every field that is wrong */
export function readPlan(plan: OpeningIn, year: number): OpeningPlan {
  const nodes = plan.nodes.flatMap(({ day }, at) => dayProblem(day, year, ['nodes', String(at), 'day']));
  const areas = plan.projects.map(({ area }) => readFigure(area, areaFormat));
  const projects = plan.projects.flatMap(({ name, startsOn }, at) => {
    const reading = areas[at];
    const isRead = reading === undefined || reading.ok;
    return [
      ...dayProblem(startsOn, year, ['projects', String(at), 'startsOn']),
      ...(isRead ? [] : [areaProblem(reading, name, at)]),
    ];
  });
  const problem = problemOf([...nodes, ...projects]);
  if (problem !== null) throw problem;
  return {
    ...plan,
    projects: plan.projects.map((project, at) => {
      const reading = areas[at];
      return { ...project, area: reading?.ok ? reading.value : 0 };
    }),
  };
}

function dayProblem(day: string, year: number, path: readonly string[]): readonly ProblemPointer[] {
  if (isInFirstQuarter(day, year)) return [];
  return [{ pointer: pointerTo(path), code: 'day-outside-quarter', values: { day, year } }];
}

function areaProblem(
  { code, text }: Extract<ReturnType<typeof readFigure>, { ok: false }>,
  name: string,
  at: number,
): ProblemPointer {
  const values = { indicator: { zh: name, en: name }, text, decimals: areaFormat.decimals, unit: areaUnit };
  return { pointer: pointerTo(['projects', String(at), 'area']), code, values };
}

const areaUnit = { zh: '万㎡', en: '10,000 m²' };
