import type { Messages } from './messages.ts';

/** What the project ledger adds up to beside what was reported; a city's page has it too. */
export const ledgerSums = {
  zh: {
    title: '台账与报送对照',
    caption: '{{title}}：当年累计，按实际开工月份；差额 = 报送 − 台账',
    indicator: '指标',
    month: '月份',
    started: '当月开工',
    ledger: '台账累计',
    reported: '报送累计',
    difference: '差额',
    projects: '（{{count}} 个项目）',
    projectsOne: '（1 个项目）',
    unknown: '{{count}} 个面积不明，未计入',
    none: '{{title}}：台账中没有该年开工的项目，无法对照（没有登记不等于零）。',
    open: '查看项目台账',
  },
  en: {
    title: 'The ledger beside the reports',
    caption: '{{title}}: cumulative of the year by month of actual start; difference = reported − ledger',
    indicator: 'Indicator',
    month: 'Month',
    started: 'Started in the month',
    ledger: 'Ledger, cumulative',
    reported: 'Reported, cumulative',
    difference: 'Difference',
    projects: '({{count}} projects)',
    projectsOne: '(1 project)',
    unknown: '{{count}} of unknown area, not counted',
    none: '{{title}}: the ledger has no project that started that year, so there is nothing to compare (not entered is not zero).',
    open: 'Open the project ledger',
  },
} as const satisfies Messages;
