import type { Level } from '../measures/vocabulary.ts';

/** The levels in files and papers, which are read without the pages. */
export const levelWords: Readonly<Record<'zh' | 'en', Readonly<Record<Level, string>>>> = {
  zh: {
    achieved: '已完成',
    'on-pace': '正常',
    watch: '预警',
    behind: '滞后',
    'no-data': '无数据',
    'no-target': '未定目标',
  },
  en: {
    achieved: 'achieved',
    'on-pace': 'on pace',
    watch: 'watch',
    behind: 'behind',
    'no-data': 'no data',
    'no-target': 'no target',
  },
};
