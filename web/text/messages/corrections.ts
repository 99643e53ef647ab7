import type { Messages } from './messages.ts';

/** 更正: what it would move, later months, taking an acceptance back, and the year as it was known on a day. */
export const corrections = {
  zh: {
    later: {
      title: '以后月份的累计数',
      question: '{{months}}已有通过的累计数，是否已含此项更正？（必答）',
      included: '已含：以后月份不变',
      'not-included': '未含：以后月份按同样差额一并更正',
      missing: '请先回答以后月份是否已含此项更正。',
    },
    effect: {
      title: '通过后会有的变化',
      none: '在{{month}}末没有任何变化。',
      at: '{{month}}末',
      figures: '{{month}} {{indicator}}：{{before}} → {{after}}',
      what: '项目',
      level: '等级',
      rank: '位次（最滞后者为 1）',
      completion: '完成率',
      projection: '年末预计',
      city: '{{region}}',
      province: '全省',
      ofIndicator: '{{region}} · {{indicator}}',
      note: '按现行规则和目标，用与榜单相同的计算得出；通过前不计入任何数据。',
    },
    revoke: {
      button: '撤销通过',
      title: '撤销{{what}}的通过',
      hint: '撤销后数据不再计入，市局重新报送并由另一人审核。已据此发出约谈通知、纪要或督促的，不能撤销。',
      reason: '理由（至少 5 个字，市局会看到）',
    },
    known: {
      label: '查看某日所知',
      note: '以下为 {{day}} 当日所知：此后通过、撤销的数据和此后下达的目标、规则不计入。清单为今日状态。',
      now: '回到现在',
    },
    bounds: {
      zero: '另 {{count}} 市本月未审：若无新增为 {{actual}}（{{share}}）',
      usual: '，若按去年同期增长为 {{actual}}（{{share}}）',
    },
    review: {
      returnedTitle: '上次退回的理由',
      revokedTitle: '撤销通过的理由',
      changes: '与退回版本（第 {{number}} 版）相比的改动',
    },
  },
  en: {
    later: {
      title: 'Cumulatives of later months',
      question: '{{months}} have accepted cumulatives. Do they include this correction already? (required)',
      included: 'They do: later months stay',
      'not-included': 'They do not: later months are corrected by the same difference',
      missing: 'Say first whether later months include this correction.',
    },
    effect: {
      title: 'What would change once it is accepted',
      none: 'Nothing changes at the end of {{month}}.',
      at: 'End of {{month}}',
      figures: '{{month}} {{indicator}}: {{before}} → {{after}}',
      what: 'What',
      level: 'Level',
      rank: 'Place (1 is furthest behind)',
      completion: 'Completion',
      projection: 'Projected year-end',
      city: '{{region}}',
      province: 'Province',
      ofIndicator: '{{region}} · {{indicator}}',
      note: 'By the rules and targets in force and the same calculation as the standings; it counts nowhere until it is accepted.',
    },
    revoke: {
      button: 'Take the acceptance back',
      title: 'Take back the acceptance of {{what}}',
      hint: 'Its figures then count no more; the bureau sends it again and a second person reviews it. Where a notice, minutes or a step rests on it, it cannot be taken back.',
      reason: 'Reason (at least 5 characters; the bureau reads it)',
    },
    known: {
      label: 'As known on',
      note: 'As it was known on {{day}}: what was accepted or taken back later, and later targets and rules, are left out. Checklists are as of today.',
      now: 'Back to the present',
    },
    bounds: {
      zero: '{{count}} cities are missing: {{actual}} ({{share}}) if they added nothing',
      usual: ', {{actual}} ({{share}}) if they grew as in the same weeks last year',
    },
    review: {
      returnedTitle: 'Why it was returned',
      revokedTitle: 'Why its acceptance was taken back',
      changes: 'What changed against the returned version (version {{number}})',
    },
  },
} as const satisfies Messages;
