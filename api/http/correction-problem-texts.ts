/** What corrections and taking an acceptance back refuse: a part of the closed list of problems. */
export const correctionProblemTexts = {
  'later-months-unanswered': {
    status: 422,
    zh: '以后月份已有通过的数据。请选择：以后月份的累计数是否已含此项更正。',
    en: 'Later months have accepted figures. Say whether their cumulatives include this correction already.',
  },
  'later-month-open': {
    status: 409,
    zh: '{month}还有未办结的草稿或待审版本，不能一并更正；请先办结该月。',
    en: 'A draft or a submission of {month} is still open, so it cannot be corrected together; finish that month first.',
  },
  'later-month-impossible': {
    status: 422,
    zh: '按同样差额更正后，{month}的数据会小于零或超过其总数。请核对差额，或先单独更正该月。',
    en: 'With the same difference {month} would fall below zero or exceed its whole. Check the difference, or correct that month by itself first.',
  },
  'part-of-package': {
    status: 409,
    zh: '此更正与{month}的更正一并报送，请在那里一并办理。',
    en: 'This correction was sent together with that of {month}; decide on it there.',
  },
  'already-issued': {
    status: 409,
    zh: '通过以后已据此作出：{what}，不能撤销通过。请由市局提出更正。',
    en: 'Something was issued on it since: {what}. The acceptance cannot be taken back; the bureau may send a correction.',
  },
  'nothing-to-comment': {
    status: 409,
    zh: '还没有可批注的报送，或没有待答复的批注。',
    en: 'Nothing was sent that could be asked about, or nothing is left to answer.',
  },
} as const;
