import type { Messages } from './messages.ts';

/** 进度状态 and 报送状态 as people read them. Level words speak of progress only; status words never carry a level's colour. */
export const levels = {
  zh: {
    baseline: {
      missing: '{{indicators}}：缺 {{before}} 年末的存量，无法判断今年的进度，所以显示“无数据”。',
      enter: '补录 {{before}} 年末存量',
      ask: '请联系省厅补录。',
    },
    word: {
      achieved: '已完成',
      'on-pace': '正常',
      watch: '预警',
      behind: '滞后',
      'no-data': '无数据',
      'no-target': '未定目标',
    },
    status: {
      missing: '未报',
      draft: '草稿',
      submitted: '已报送',
      withdrawn: '已撤回',
      revoked: '通过已撤销',
      returned: '已退回',
      resubmitted: '复报待审',
      accepted: '已通过',
      acceptedTo: '{{day}} 已通过',
      correctionWaiting: '更正待审',
      correctionReturned: '更正已退回',
      notOwed: '无需报送',
    },
    strip: {
      legend: '各月图形：实心为当月已通过数据，空心为沿用此前数据，短横为尚未到的月份。',
      name: '逐月进度：{{text}}。',
      nothing: '尚无月份可判定',
      months: '{{from}}至{{to}}',
      run: '{{months}}{{level}}',
      recovered: '{{months}}{{level}}→已补齐（{{recovered}}）',
      stale: '{{run}}（当月无已通过数据，沿用此前）',
      join: '，',
    },
  },
  en: {
    baseline: {
      missing:
        '{{indicators}}: the level at the end of {{before}} is not known, so this year’s progress cannot be judged and shows “No data”.',
      enter: 'Enter the level at the end of {{before}}',
      ask: 'Ask the department to enter it.',
    },
    word: {
      achieved: 'Achieved',
      'on-pace': 'On pace',
      watch: 'Watch',
      behind: 'Behind',
      'no-data': 'No data',
      'no-target': 'No target',
    },
    status: {
      missing: 'Not reported',
      draft: 'Draft',
      submitted: 'Submitted',
      withdrawn: 'Withdrawn',
      revoked: 'Acceptance taken back',
      returned: 'Returned',
      resubmitted: 'Resubmitted',
      accepted: 'Accepted',
      acceptedTo: 'Accepted to {{day}}',
      correctionWaiting: 'Correction waiting',
      correctionReturned: 'Correction returned',
      notOwed: 'Not owed',
    },
    strip: {
      legend: 'Months: filled on a figure of their own, hollow on an older one, a dash where they are still to come.',
      name: 'Month by month: {{text}}.',
      nothing: 'no month to judge yet',
      months: '{{from}} to {{to}}',
      run: '{{months}} {{level}}',
      recovered: '{{months}} {{level}} → made good ({{recovered}})',
      stale: '{{run}} (no accepted figure of its own, judged on an older one)',
      join: '; ',
    },
  },
} as const satisfies Messages;
