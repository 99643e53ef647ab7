/** The draft of a notice (通知), filled from what is known of an interview. Pure. */
import type { InterviewDetails } from './contract.ts';

interface NoticeFacts {
  readonly heldOn: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly place: string;
  /** The cities' names in their order. */
  readonly cities: readonly { readonly zh: string; readonly en: string }[];
  readonly requirements: InterviewDetails['requirements'];
}

/** The draft in both languages, the English one empty where the office gave the title in Chinese alone. */
export function noticeDraft(facts: NoticeFacts): { readonly zh: string; readonly en: string } {
  return { zh: chinese(facts), en: facts.title.en === '' ? '' : english(facts) };
}

function chinese({ heldOn, title, place, cities, requirements }: NoticeFacts): string {
  const [year, month, day] = heldOn.split('-').map(Number);
  const names = cities.map(({ zh }) => zh).join('、');
  return [
    `${names}住房和城乡建设局：`,
    `定于${year}年${month}月${day}日召开“${title.zh}”，${cities.length > 1 ? '集中约谈' : '约谈'}你局负责人。`,
    ...(place === '' ? [] : [`地点：${place}。`]),
    '请主要负责人参加，汇报本年度建筑工业化推进情况和主要问题，并作表态发言。会议将提出以下要求：',
    ...requirements.map(({ title: demand }, index) => `${index + 1}. ${demand.zh}。`),
    '收到通知后请在本系统签收。',
  ].join('\n');
}

function english({ heldOn, title, place, cities, requirements }: NoticeFacts): string {
  const names = cities.map(({ en }) => en).join(', ');
  return [
    `To the housing and construction bureaus of ${names}:`,
    `You are called in ${cities.length > 1 ? 'together ' : ''}to “${title.en}” on ${heldOn}.`,
    ...(place === '' ? [] : [`Place: ${place}.`]),
    "The head of the bureau reports the year's progress and the main problems, and makes a statement. The meeting will set these requirements:",
    ...requirements.map(({ title: demand }, index) => `${index + 1}. ${demand.en === '' ? demand.zh : demand.en}.`),
    'Please sign for this notice in the system.',
  ].join('\n');
}
