/** What tests of the project ledger share: an ordinary project as its bureau sends it. */
import * as fc from 'fast-check';
import { buildingTypes, recognitions, standards, structures, type ProjectIn } from '#api/projects/contract.ts';
import { projectKey } from '#api/projects/lifecycle.ts';
import { readProject } from '#api/projects/read-project.ts';
import type { StandingProject } from '#db/projects.ts';

/** A housing project that started in September 2020 with every check in order. */
export const ordinaryProject: ProjectIn = {
  name: '城北安置房一期',
  county: '莲都区',
  address: '城北路 1 号',
  owner: '演示建设单位',
  permit: '331102202008010101',
  unit: '01',
  buildingType: 'housing',
  structure: 'concrete',
  totalArea: '52,300',
  aboveGroundArea: 40_100,
  prefabricatedArea: 38_000,
  decoratedArea: null,
  assemblyRate: '52.5',
  standard: 'DB33/T 1165',
  assembledDecoration: null,
  greenStars: 1,
  bim: false,
  landPlanned: null,
  landActual: '2020-03-02',
  permitPlanned: '2020-07-31',
  permitActual: '2020-08-14',
  startPlanned: '2020-08-31',
  startActual: '2020-09-01',
  completionPlanned: '2022-12-31',
  completionActual: null,
  recognition: 'none',
  recognisedOn: null,
  remarks: '',
};

const text = fc
  .string({ unit: fc.constantFrom(...'城北A1 ,;"\'=+-@<&>（）％１号'), maxLength: 12 })
  .map((written) => written.trim());
const area = fc.option(fc.integer({ min: 0, max: 999_999_999 }), { nil: null });
const day = fc.option(
  fc
    .date({ min: new Date('2019-01-01'), max: new Date('2020-10-18'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { nil: null },
);
const flag = fc.option(fc.boolean(), { nil: null });

/** Any project that the ledger takes on 19 October 2020. */
export const anyProject: fc.Arbitrary<ProjectIn> = fc.record({
  name: text.map((written) => `项目${written}`),
  county: text,
  address: text,
  owner: text,
  permit: fc.oneof(fc.constant(''), fc.stringMatching(/^3311\d{14}$/)),
  unit: fc.constantFrom('', '01', '1#楼', '-2'),
  buildingType: fc.constantFrom(...buildingTypes),
  structure: fc.constantFrom(...structures),
  totalArea: fc.integer({ min: 0, max: 999_999_999 }),
  aboveGroundArea: area,
  prefabricatedArea: area,
  decoratedArea: area,
  assemblyRate: fc.option(
    fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
    { nil: null },
  ),
  standard: fc.option(fc.constantFrom(...standards), { nil: null }),
  assembledDecoration: flag,
  greenStars: fc.option(fc.constantFrom(0, 1, 2, 3), { nil: null }),
  bim: flag,
  landPlanned: day,
  landActual: day,
  permitPlanned: day,
  permitActual: day,
  startPlanned: day,
  startActual: day,
  completionPlanned: day,
  completionActual: day,
  recognition: fc.constantFrom(...recognitions),
  recognisedOn: day,
  remarks: text,
});

/** Somebody who reads the ledger. */
export const reader = {
  id: 'r',
  name: 'reader',
  title: { zh: '', en: '' },
  author: { name: 'reader', title: { zh: '', en: '' } },
  role: 'official',
  region: null,
  within: null,
} as const;

/** A project of Lishui as it stands after its bureau added it. */
export function standingProject(input: ProjectIn, id: string): StandingProject {
  const content = readProject(input, '2020-10-19');
  const key = projectKey(input);
  return {
    project: { id, region: '331100', version: 1, key, origin: 'reported' },
    newest: {
      ...content,
      project: id,
      number: 1,
      action: 'add',
      reason: '',
      at: '2020-10-19T01:00:00.000Z',
      actor: null,
      actedAs: { name: 'lishui', title: { zh: '', en: '' } },
    },
  };
}
