/** What is wrong with a back-scheduled plan: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const backPlanProblemTexts = {
  'back-plan-impossible': {
    status: 409,
    zh: '现在无可倒排：没有目标或已通过的数据、目标已完成、年度已结束，或指标为比例。',
    en: 'There is nothing to schedule now: no target or no accepted figure, the target is reached, the year is over, or the indicator is a share.',
  },
  'back-plan-periods': {
    status: 409,
    zh: '计划须从最新通过的数据（截至 {day}）和现行目标编排。请按新的剩余量重新编制后再报送。',
    en: 'A plan begins from the latest accepted figure (as of {day}) and the target in force. Plan anew from what is left now, then send it.',
  },
  'back-plan-sum': {
    status: 422,
    zh: '各期合计 {sum} {unit}，须正好等于剩余 {remaining} {unit}，相差 {difference} {unit}。',
    en: 'The periods sum to {sum} {unit} and must be exactly the {remaining} {unit} that are left: a difference of {difference} {unit}.',
  },
  'back-plan-unexplained': {
    status: 422,
    zh: '{month} 月计划超过历史最高月（存疑），须写明具体措施后才能报送。',
    en: 'Month {month} is planned above the best month ever (doubtful): it needs a written measure before the plan is sent.',
  },
  'back-plan-project': {
    status: 422,
    zh: '该项目不在本市项目台账中，或已撤销。',
    en: 'This project is not in the ledger of the city, or was withdrawn.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
