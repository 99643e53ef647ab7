import type { Messages } from './messages.ts';

/** What charts say of themselves; their sentences are the pages'. */
export const charts = {
  zh: {
    pace: '序时',
    pending: '（待审）',
    burnUp: {
      target: '目标 {{value}}',
      pending: '待审 {{value}}',
      lastYear: '上年',
      projection: '照近期约 {{value}}',
      projectionBrief: '约 {{value}}',
      missing: '缺 {{value}}',
      needed: '需每月 {{value}}',
      read: {
        pace: '{{at}}：{{value}}，序时 {{expected}}{{gap}}{{state}}',
        target: '{{at}}：{{value}}，目标 {{expected}}{{gap}}{{state}}',
        below: '，低 {{gap}}',
        above: '，高 {{gap}}',
        even: '，持平',
      },
    },
    noPoint: '尚无数据',
    table: '查看数据表',
    progress: { name: '完成 {{completion}}，序时 {{pace}}', none: '无数据' },
  },
  en: {
    pace: 'Pace',
    pending: ' (pending)',
    burnUp: {
      target: 'Target {{value}}',
      pending: 'Pending {{value}}',
      lastYear: 'Last year',
      projection: 'At recent pace ≈ {{value}}',
      projectionBrief: '≈ {{value}}',
      missing: '{{value}} missing',
      needed: '{{value}} a month needed',
      read: {
        pace: '{{at}}: {{value}}, expected {{expected}}{{gap}}{{state}}',
        target: '{{at}}: {{value}}, target {{expected}}{{gap}}{{state}}',
        below: ', {{gap}} below',
        above: ', {{gap}} above',
        even: ', even',
      },
    },
    noPoint: 'No figure yet',
    table: 'Show the data as a table',
    progress: { name: '{{completion}} done, {{pace}} expected', none: 'No data' },
  },
} as const satisfies Messages;
