/** What is wrong with an entry of the project ledger: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const projectProblemTexts = {
  'project-exists': {
    status: 409,
    zh: '施工许可证号“{permit}”、单位工程编号“{unit}”的项目已在台账中。请核对编号，或修改已有的那一条。',
    en: 'A project with permit “{permit}” and unit project “{unit}” is in the ledger already. Check the numbers, or edit the one that is there.',
  },
  'project-field-empty': {
    status: 422,
    zh: '“{field}”须填写。',
    en: '“{field}” must be filled in.',
  },
  'project-head-missing': {
    status: 422,
    zh: '没有找到表头。须有一行同时含 {columns} 各列；请使用下载的模板。',
    en: 'There is no head: one row must hold {columns}. Use the template as it was downloaded.',
  },
  'project-other-region': {
    status: 422,
    zh: '本行是“{value}”的项目，不是“{expected}”的。只能导入本市的项目，请删去本行。',
    en: 'This row is a project of “{value}” and not of “{expected}”. A bureau enters its own city’s projects; remove the row.',
  },
  'project-unknown': {
    status: 422,
    zh: '台账中没有编号“{value}”的项目，或已撤销。新项目请把本单元格留空。',
    en: 'The ledger has no project “{value}”, or it was withdrawn. Leave this cell empty for a new one.',
  },
  'project-word-unknown': {
    status: 422,
    zh: '“{field}”没有“{value}”。可填：{words}。',
    en: '“{value}” is not one of “{field}”. Write one of: {words}.',
  },
  'project-day': {
    status: 422,
    zh: '“{field}”的“{value}”不是日期。请写作 2020-09-01。',
    en: '“{value}” for “{field}” is no day. Write it as 2020-09-01.',
  },
  'project-number-cut': {
    status: 422,
    zh: '“{field}”的“{value}”被存成了数字，15 位以后的数字已丢失。请把单元格设为“文本”后重填。',
    en: '“{value}” for “{field}” was kept as a number and lost its digits beyond the fifteenth. Set the cell to “Text” and write it again.',
  },
  'rate-above-whole': {
    status: 422,
    zh: '装配率 {rate}% 大于 100%，请核对。',
    en: 'An assembly rate of {rate}% is above 100%. Check it.',
  },
  'day-after-today': {
    status: 422,
    zh: '“{field}”{day} 晚于今天（{today}）。实际日期不能在将来，计划请填在计划一栏。',
    en: '“{field}” {day} is after today ({today}). An actual day cannot lie ahead; write a plan in the planned column.',
  },
} as const;
