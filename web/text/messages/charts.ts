import type { Messages } from './messages.ts';

/** What charts say of themselves; their sentences are the pages'. */
export const charts = {
  zh: {
    pace: '序时',
    pending: '（待审）',
    point: '{{month}}：{{value}}，序时 {{expected}}{{state}}',
    noPoint: '尚无数据',
    table: '查看数据表',
    progress: { name: '完成 {{completion}}，序时 {{pace}}', none: '无数据' },
    gap: { city: '设区市', bar: '落后于序时的数量', missing: '缺口（{{unit}}）', cumulative: '累计占比' },
  },
  en: {
    pace: 'Pace',
    pending: ' (pending)',
    point: '{{month}}: {{value}}, expected {{expected}}{{state}}',
    noPoint: 'No figure yet',
    table: 'Show the data as a table',
    progress: { name: '{{completion}} done, {{pace}} expected', none: 'No data' },
    gap: {
      city: 'City',
      bar: 'Short of the expected pace',
      missing: 'Short by ({{unit}})',
      cumulative: 'Cumulative share',
    },
  },
} as const satisfies Messages;
