/** What columns and codes of the dataset are called, for people who open it as a table. */
import { absenceWords } from '../figures/absence.ts';
import type { Bilingual } from '../http/shapes.ts';
import { levelWords } from '../standings/level-words.ts';
import { originWords } from '../tables/words.ts';
import { datasetRow, type DatasetMeasure, type DatasetRow, type DatasetStatus } from './contract.ts';

export type DatasetColumn = keyof DatasetRow;

/** The columns in their order, each with its head and how wide it is in characters. */
export const columns = Object.keys(datasetRow.shape) as DatasetColumn[]; // Object.keys loses the literal keys of a schema

export const heads: Readonly<Record<DatasetColumn, Bilingual>> = {
  region: { zh: '地区代码', en: 'Region code' },
  region_zh: { zh: '地区', en: 'Region (Chinese)' },
  region_en: { zh: '地区（英文）', en: 'Region' },
  indicator: { zh: '指标代码', en: 'Indicator code' },
  indicator_zh: { zh: '指标', en: 'Indicator (Chinese)' },
  indicator_en: { zh: '指标（英文）', en: 'Indicator' },
  kind: { zh: '指标类型', en: 'Kind' },
  year: { zh: '年', en: 'Year' },
  month: { zh: '月', en: 'Month' },
  as_of: { zh: '数据截至', en: 'As of' },
  measure: { zh: '量', en: 'Measure' },
  value: { zh: '数值', en: 'Value' },
  unit_zh: { zh: '单位', en: 'Unit (Chinese)' },
  unit_en: { zh: '单位（英文）', en: 'Unit' },
  base_value: { zh: '基本单位数值', en: 'Value in base units' },
  base_per_unit: { zh: '每单位含基本单位', en: 'Base units in a unit' },
  status: { zh: '状态', en: 'Status' },
  level: { zh: '进度状态', en: 'Level' },
  origin: { zh: '数据来源', en: 'Origin' },
  version: { zh: '版本', en: 'Version' },
  accepted_at: { zh: '通过时间（UTC）', en: 'Accepted at (UTC)' },
};

const kindWords: Readonly<Record<DatasetRow['kind'], Bilingual>> = {
  flow: { zh: '累计量', en: 'flow' },
  ratio: { zh: '比率', en: 'ratio' },
  stock: { zh: '存量', en: 'stock' },
};

const measureWords: Readonly<Record<DatasetMeasure, Bilingual>> = {
  cumulative: { zh: '年内累计', en: 'cumulative' },
  month: { zh: '当月', en: 'month' },
  stock: { zh: '存量', en: 'stock' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  baseline: { zh: '上年末存量', en: 'stock at the end of last year' },
  target: { zh: '年度目标', en: 'target' },
  completion: { zh: '完成率', en: 'completion' },
  pace: { zh: '序时应达', en: 'pace' },
};

const statusWords: Readonly<Record<DatasetStatus, Bilingual>> = {
  accepted: { zh: '已通过', en: 'accepted' },
  pending: { zh: '待审', en: 'pending' },
  missing: { zh: '缺', en: 'missing' },
  ...absenceWords,
  'not-owed': { zh: '不需报送', en: 'not owed' },
};

/** A row with its codes in words. */
export function inWords(
  row: DatasetRow,
  language: 'zh' | 'en',
): Readonly<Record<DatasetColumn, string | number | null>> {
  return {
    ...row,
    kind: kindWords[row.kind][language],
    measure: measureWords[row.measure][language],
    status: statusWords[row.status][language],
    level: row.level === null ? null : levelWords[language][row.level],
    origin: row.origin === null ? null : originWords[row.origin][language],
  };
}
