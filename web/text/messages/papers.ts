import type { Messages } from './messages.ts';

/** 约谈材料 and 约谈通知: their own words come with them from the API; these surround them. */
export const papers = {
  zh: {
    brief: '约谈材料',
    notice: '约谈通知',
    of: '{{paper}}：{{city}}',
    links: '约谈文书',
    download: '下载 Word 文档',
    print: '打印',
    calendar: '下载期限日历（.ics）',
  },
  en: {
    brief: 'Brief',
    notice: 'Notice',
    of: '{{paper}}: {{city}}',
    links: 'Papers of the interview',
    download: 'Download as a Word document',
    print: 'Print',
    calendar: 'Download due days for a calendar (.ics)',
  },
} as const satisfies Messages;
