/** The problems of attached files: lines of the closed list in `problem-texts.ts`, with their statuses and words. Safe in a browser. */
export const fileProblemTexts = {
  'file-empty': {
    status: 422,
    zh: '“{name}”是空文件（0 字节）。',
    en: '“{name}” is empty (0 bytes).',
  },
  'file-name': {
    status: 422,
    zh: '文件名不可用：最多 200 个字符，不含路径、控制字符或改变文字方向的字符。请改名后重试。',
    en: 'This name cannot be used: at most 200 characters, no path, no control characters and no marks that turn the direction of writing. Rename the file.',
  },
  'file-kind': {
    status: 422,
    zh: '“{name}”不是可接收的文件，或内容与扩展名不符。可接收：pdf、png、jpg、docx、xlsx。',
    en: '“{name}” is no file that is taken, or its content is not what its name says. Taken are pdf, png, jpg, docx and xlsx.',
  },
  'file-active': {
    status: 422,
    zh: '“{name}”含有会自动运行的内容（{what}），不能接收。请另存为不含该内容的文件。',
    en: '“{name}” holds something that runs by itself ({what}) and is not taken. Save it without that.',
  },
  'file-infected': {
    status: 422,
    zh: '“{name}”未通过病毒扫描，不能接收。',
    en: '“{name}” did not pass the virus scan and is not taken.',
  },
  'scan-unavailable': {
    status: 503,
    zh: '病毒扫描暂时不可用，文件未保存。请稍后再试。',
    en: 'The virus scan cannot be reached, and the file was not kept. Try again later.',
  },
  'evidence-missing': {
    status: 409,
    zh: '此事项须附佐证材料。请先上传至少一个文件，再报告完成。',
    en: 'This item demands evidence. Attach at least one file before you report it.',
  },
  'too-many-files': {
    status: 409,
    zh: '此处已有 {count} 个文件，达到上限。',
    en: 'There are {count} files here already, which is the limit.',
  },
  'quota-used-up': {
    status: 409,
    zh: '附件空间已用完（上限 {limit}）。请撤回不需要的文件，或请管理员扩容。',
    en: 'The room for files is used up (limit {limit}). Take files back that are not needed, or ask the administrator for more.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
