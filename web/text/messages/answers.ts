import type { Messages } from './messages.ts';

/** What is said in the place of a figure and beside it: absences, words on hints, the receipt and the paper to sign. */
export const answers = {
  zh: {
    absence: { 'not-applicable': '不适用', 'not-yet-known': '尚未掌握' },
    choose: '{{indicator}}：没有数时',
    number: '填数',
    absent: '无数',
    title: '说明',
    wanted: '下列数据有提示，请各写一句说明；不写也能报送，审核时会看到。',
    word: '说明（{{indicator}}）',
    why: '为什么不适用（{{indicator}}，必填）',
    wordMissing: '“{{indicator}}”填了“不适用”，请写一句为什么。',
    of: '对“{{indicator}}”的说明',
    explained: '市局说明（{{month}}）',
    paste: {
      title: '按指标名粘贴：{{count}} 行对上',
      name: '粘贴内容中的名称',
      goesTo: '填入',
      what: '数值',
      left: '没有对上、不放入：{{names}}',
      take: '放入表格',
    },
    unsaved: '还有内容没有保存到服务器，未报送。填写的内容都在，请稍后再次确认报送。',
  },
  en: {
    absence: { 'not-applicable': 'not applicable', 'not-yet-known': 'not yet known' },
    choose: '{{indicator}}: where there is no number',
    number: 'a number',
    absent: 'no number',
    title: 'Explanations',
    wanted: 'These figures strike. Please say a word on each; you can submit without, and the reviewer sees it.',
    word: 'A word on {{indicator}}',
    why: 'Why {{indicator}} is not applicable (required)',
    wordMissing: '“{{indicator}}” is said not to be applicable: say why, in a sentence.',
    of: 'On {{indicator}}',
    explained: 'What the bureau says ({{month}})',
    paste: {
      title: 'Paste by name: {{count}} rows matched',
      name: 'Named in the block',
      goesTo: 'Goes to',
      what: 'Figures',
      left: 'Matched nothing and is left out: {{names}}',
      take: 'Put them in',
    },
    unsaved:
      'Something is not saved on the server yet, so nothing was submitted. All you typed is still here; submit again in a moment.',
  },
} as const satisfies Messages;
