import type { Messages } from './messages.ts';

/** The proof of a level as text that can be pasted elsewhere. */
export const proofText = {
  zh: {
    copy: '复制判定依据（文本）',
    label: '判定依据文本',
    title: '{{city}} {{month}} {{indicator}}：{{level}}',
    data: '数据截至 {{day}}；单位：{{unit}}',
    besides: '{{line}}（{{how}}）',
  },
  en: {
    copy: 'Copy the proof as text',
    label: 'The proof as text',
    title: '{{city}}, {{month}}, {{indicator}}: {{level}}',
    data: 'Data as of {{day}}; unit: {{unit}}',
    besides: '{{line}} ({{how}})',
  },
} as const satisfies Messages;
