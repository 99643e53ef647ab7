import type { Messages } from './messages.ts';

/** What a form asks of the day of a draft that was begun on an earlier one. */
export const asOfQuestion = {
  zh: {
    title: '此前填写的数据截止日是 {{from}}，现在可以报到 {{to}}。改为 {{to}} 吗？',
    take: '改为 {{to}}',
    keep: '仍为 {{from}}',
    pace: '{{name}}序时 {{from}} → {{to}}',
    level: '{{pace}}（{{from}} → {{to}}）',
    changes: '改后：{{changes}}。改日期不改已填的数，请按新的截止日核对累计数。',
    same: '改日期不改已填的数，请按新的截止日核对累计数。',
  },
  en: {
    title: 'These figures were begun as of {{from}}; they can now be of {{to}}. Change the day to {{to}}?',
    take: 'Change to {{to}}',
    keep: 'Keep {{from}}',
    pace: '{{name}} pace {{from}} → {{to}}',
    level: '{{pace}} ({{from}} → {{to}})',
    changes: 'With the later day: {{changes}}. The typed figures stay: check them against the new day.',
    same: 'The typed figures stay: check them against the new day.',
  },
} as const satisfies Messages;
