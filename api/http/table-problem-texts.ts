/** What is wrong with a pasted table of accounts: the part of the closed list of problems that speaks of rows and cells. */
export const tableProblemTexts = {
  'account-name-form': {
    status: 422,
    zh: '“{value}”不能作用户名：请用 2 至 64 个拉丁字母、数字、汉字或 . _ -，不含空格。',
    en: '“{value}” cannot be a name: use 2 to 64 Latin letters, digits, Chinese characters or . _ - and no spaces.',
  },
  'table-empty': {
    status: 422,
    zh: '表中没有数据行。请粘贴含用户名、岗位、角色、城市的行。',
    en: 'The table has no rows. Paste rows with name, title, role and city.',
  },
  'table-too-long': {
    status: 422,
    zh: '表中有 {rows} 行，一次最多 {limit} 行，请分批粘贴。',
    en: 'The table has {rows} rows; {limit} can be made at once. Paste it in parts.',
  },
  'table-column-unknown': {
    status: 422,
    zh: '“{value}”不属于任何一列，或该列出现两次。各列为用户名、岗位、角色、城市、英文名称；请删去此列。',
    en: '“{value}” belongs to no column, or the column is there twice. The columns are name, title, role, city and English title; leave this one out.',
  },
  'table-column-missing': {
    status: 422,
    zh: '缺少“{value}”一列，请补上；或去掉表头，按用户名、岗位、角色、城市的顺序粘贴。',
    en: 'The column “{value}” is missing. Add it, or paste without headings in the order name, title, role, city.',
  },
  'table-name-twice': {
    status: 422,
    zh: '“{value}”在第 {row} 行已有，请改名或删去一行。',
    en: '“{value}” is in row {row} already: change the name or leave one row out.',
  },
  'table-role-unknown': {
    status: 422,
    zh: '没有“{value}”这个角色。请写省厅、市局、领导或管理员。',
    en: 'There is no role “{value}”. Write official, bureau, leader or administrator.',
  },
  'table-region-unknown': {
    status: 422,
    zh: '没有名为“{value}”的报送地区。请写名称或代码，如{example}或 {code}。',
    en: 'No region that reports is called “{value}”. Write its name or code, such as {example} or {code}.',
  },
} as const;
