/** The order of test files: what waits runs beside what computes, and no long file is left to run alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Projects that come before the others, which go by name: these wait for processes that are started and killed. */
const projectsFirst = ['faults'];

/** Files whose size does not show how long they take, the longest first; known durations count before it where there are any. */
const filesFirst = ['browser/accessibility', 'browser/pages-as-approved', 'browser/roles', 'browser/checklist'];

const placeIn = (list: readonly string[], matches: (name: string) => boolean): number => {
  const place = list.findIndex(matches);
  return place === -1 ? list.length : place;
};

const projectPlace = ({ project }: TestSpecification): number =>
  placeIn(projectsFirst, (name) => name === project.name);

const filePlace = ({ moduleId }: TestSpecification): number =>
  placeIn(filesFirst, (name) => moduleId.endsWith(`/tests/${name}.test.ts`));

export class LongestBesideOthers extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- this sort is the base class's, not an array's
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (one, other) =>
        projectPlace(one) - projectPlace(other) ||
        (one.project.name === other.project.name ? filePlace(one) - filePlace(other) : 0),
    );
  }
}
