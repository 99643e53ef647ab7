import type { Messages } from './messages.ts';

/** What is made for paper: the sprint on one sheet, and a page for each city that lags. */
export const printing = {
  zh: {
    onePage: {
      title: '一张图',
      titleOf: '一张图：{{indicator}}',
      back: '返回冲刺页',
      deadlines: '约谈事项到期',
      noDeadlines: '没有已约谈的设区市。',
      due: '期限',
      open: '未销号',
      whose: '责任地区',
      city: '{{city}} {{n}} 项',
      late: '{{day}} 已逾期',
      allClosed: '全部销号',
    },
    sealed: {
      title: '封存简报',
      titleOf: '建筑工业化简报 {{month}}',
      sentence: '此刻的全部图表，可存为一个文件，无网络也能打开。',
      save: '存为文件',
    },
    lagging: {
      title: '{{month}}滞后的设区市',
      sentence: '{{n}} 市滞后，各一页：{{names}}。',
      none: '没有滞后的设区市，无需打印。',
      print: '打印全部滞后市',
    },
  },
  en: {
    onePage: {
      title: 'One-page picture',
      titleOf: 'One-page picture: {{indicator}}',
      back: 'Back to the sprint',
      deadlines: 'Interview items by due day',
      noDeadlines: 'No city was called in.',
      due: 'Due',
      open: 'Not verified',
      whose: 'Whose',
      city: '{{city}} {{n}}',
      late: '{{day}} overdue',
      allClosed: 'All verified',
    },
    sealed: {
      title: 'Sealed brief',
      titleOf: 'Construction industrialization {{month}}',
      sentence: 'All pictures and tables of the moment, to be saved as one file that opens without a network.',
      save: 'Save as a file',
    },
    lagging: {
      title: 'Cities that lag, {{month}}',
      sentence: '{{n}} cities lag, a page each: {{names}}.',
      none: 'No city lags: there is nothing to print.',
      print: 'Print all lagging cities',
    },
  },
} as const satisfies Messages;
