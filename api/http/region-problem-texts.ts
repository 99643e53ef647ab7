/** What is wrong with a table of regions: the part of the closed list of problems that speaks of its rows. */
export const regionProblemTexts = {
  'region-table-empty': {
    status: 422,
    zh: '表中没有数据行。各列依次为代码、上级代码、名称、英文名称、启用日期、停用日期。',
    en: 'The table has no rows. Its columns are code, parent code, name, English name, valid from, valid to.',
  },
  'region-code-form': {
    status: 422,
    zh: '“{value}”不能作地区代码：请用 2 至 20 个字母、数字或 -。',
    en: '“{value}” cannot be the code of a region: use 2 to 20 letters, digits or -.',
  },
  'region-twice': {
    status: 422,
    zh: '代码“{value}”在第 {row} 行已有，请删去一行。',
    en: 'The code “{value}” is in row {row} already: leave one row out.',
  },
  'region-name-missing': {
    status: 422,
    zh: '地区 {region} 没有名称，或名称超过 60 字。',
    en: 'Region {region} has no name, or one of more than 60 characters.',
  },
  'region-day-form': {
    status: 422,
    zh: '“{value}”不是有效日期（年-月-日），或停用日期早于启用日期。',
    en: '“{value}” is no day (yyyy-mm-dd), or the last day is before the first.',
  },
  'region-loose': {
    status: 422,
    zh: '地区 {region} 不能逐级上溯到唯一的最上级：上级“{value}”不存在、成环，或另有最上级。',
    en: 'Region {region} does not lead up to the one top: there is no parent “{value}”, a circle, or another top.',
  },
  'region-has-figures': {
    status: 422,
    zh: '{region} 已报过 {year} 年 {month} 月，按此表当月将不再由其填报。请把启用日期（或停用日期）移到其后。',
    en: '{region} has reported {year}-{month} and would not report that month by this table. Move the days behind it.',
  },
  'region-moved': {
    status: 422,
    zh: '{region} 自 {year} 年 {month} 月起已报过数据：改挂上级会改动 {above} 以往各年的合计。请保留此行的上级并填写停用日期，再用新代码在新上级下新建，自该日之后（例如次年 1 月 1 日）启用。',
    en: '{region} has reported since {year}-{month}: under another parent the past sums of {above} would change. Keep its parent, give it a last day, and enter a region with a new code under the new parent from the day after, such as 1 January.',
  },
} as const;
