/** What tests of the project ledger share: an ordinary project as its bureau sends it. */
import type { ProjectIn } from '#api/projects/contract.ts';

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
