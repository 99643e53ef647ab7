/** What interviews and their items refuse: a part of the closed list of problems. */
export const interviewProblemTexts = {
  'items-open': {
    status: 409,
    zh: '还有 {items} 项未销号，全部销号后才能办结。',
    en: '{items} items are not verified yet; the interview closes when all of them are.',
  },
  'item-in-use': {
    status: 409,
    zh: '事项 {item} 已有办理记录，不能撤下；请先完成或改写。',
    en: 'Item {item} has a history and cannot be dropped; see it through or reword it.',
  },
  'too-late-to-undo': {
    status: 409,
    zh: '已超过 10 秒，不能撤回。',
    en: 'More than ten seconds have passed; it can no longer be undone.',
  },
  'day-not-later': {
    status: 422,
    zh: '新的期限须晚于现在的期限 {day}。',
    en: 'The new day must be later than the present one, {day}.',
  },
  'day-outside-quarter': {
    status: 422,
    zh: '{day} 不在 {year} 年一季度（1—3 月）内。',
    en: '{day} is not in the first quarter of {year} (January to March).',
  },
  'opening-incomplete': {
    status: 422,
    zh: '开局计划至少写明一项目标、一个节点和一个项目后才能报送。',
    en: 'A first-quarter plan needs at least one goal, one node and one project before it is sent.',
  },
  'unknown-region': { status: 422, zh: '没有可约谈的地区 {region}。', en: 'There is no region {region} to call in.' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
