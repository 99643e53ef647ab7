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
