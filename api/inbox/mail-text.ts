/** What a mail says: the sentences of its notices and where to read on; no figures, because mail passes many hands. Pure. */

const words = {
  zh: {
    subject: (count: number) => `序时：${count} 条通知`,
    readOn: (address: string) => `查看：${address}`,
    end: '您在“本人账号”页选择了接收邮件，可随时在那里更改。',
  },
  en: {
    subject: (count: number) => `Xushi: ${count === 1 ? '1 notice' : `${count} notices`}`,
    readOn: (address: string) => `Read them at ${address}`,
    end: 'You chose to get this mail on the page of your account, where you can change it at any time.',
  },
} as const;

/** Subject and text of a mail in a language. */
export function mailOf(
  sentences: readonly string[],
  language: keyof typeof words,
  origin: string | null,
): { readonly subject: string; readonly text: string } {
  const { subject, readOn, end } = words[language];
  const lines = sentences.map((sentence) => `- ${sentence}`);
  const where = origin === null ? [] : [readOn(`${origin}/inbox`), ''];
  return { subject: subject(sentences.length), text: [...lines, '', ...where, end, ''].join('\n') };
}
