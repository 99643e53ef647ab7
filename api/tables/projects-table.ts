/** The project ledger as a file: what an import reads back, and beside it what follows from that. */
import type { Language } from '../http/problem.ts';
import type { Project } from '../projects/contract.ts';
import { cellOf } from '../projects/field-text.ts';
import { projectFields, stageWords } from '../projects/fields.ts';
import { idHead, regionHead } from '../projects/ledger-columns.ts';
import type { Region } from '../regions/contract.ts';
import type { Table, TableColumn } from './table-file.ts';
import { originWords } from './words.ts';

export function projectsTableOf(
  projects: readonly Project[],
  regions: readonly Region[],
  language: Language,
): Table<Project> {
  return { name: { zh: '项目台账', en: 'Projects' }[language], columns: columnsIn(regions, language), rows: projects };
}

function columnsIn(regions: readonly Region[], language: Language): readonly TableColumn<Project>[] {
  return [
    { head: idHead, width: 38, value: ({ id }) => id },
    { head: regionHead, value: ({ region }) => region },
    {
      head: { zh: '地区', en: 'Region' },
      value: ({ region }) => regions.find(({ code }) => code === region)?.name[language] ?? region,
    },
    ...projectFields.map((field): TableColumn<Project> => ({
      head: field.words,
      width: field.kind === 'text' ? 24 : 14,
      value: (project) => cellOf(field, project, language),
    })),
    { head: { zh: '阶段', en: 'Stage' }, value: ({ stage }) => stageWords[stage][language] },
    { head: { zh: '数据来源', en: 'Origin' }, width: 20, value: ({ origin }) => originWords[origin][language] },
  ];
}
