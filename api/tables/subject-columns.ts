/** The first columns of every table of figures. */
import type { Indicator } from '../indicators/contract.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { TableColumn } from './table-file.ts';

/** What a row speaks of. */
export interface Subject {
  readonly region: Region;
  readonly indicator: Indicator;
}

/** Region, indicator and unit, with the codes by which programs tell them. */
export function subjectColumns(language: Language): readonly TableColumn<Subject>[] {
  return [
    { head: { zh: '地区代码', en: 'Region code' }, value: ({ region }) => region.code },
    { head: { zh: '地区', en: 'Region' }, value: ({ region }) => region.name[language] },
    { head: { zh: '指标代码', en: 'Indicator code' }, width: 16, value: ({ indicator }) => indicator.code },
    { head: { zh: '指标', en: 'Indicator' }, width: 40, value: ({ indicator }) => indicator.name[language] },
    {
      head: { zh: '单位', en: 'Unit' },
      value: ({ indicator }) => (indicator.kind === 'ratio' ? '%' : indicator.unit[language]),
    },
  ];
}
