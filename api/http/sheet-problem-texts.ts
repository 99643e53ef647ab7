/** What is wrong with a table of figures in a file, or with a cell of it: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const sheetProblemTexts = {
  'sheet-unreadable': {
    status: 422,
    zh: '文件不是可读取的 Excel（.xlsx）或 CSV：可能已损坏、加密，或为旧版 .xls。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
    en: 'This is no Excel file (.xlsx) or CSV that can be read: it may be damaged, encrypted or an old .xls. Save it as .xlsx in Excel or WPS and send it again.',
  },
  'sheet-too-large': {
    status: 422,
    zh: '表格过大：最多 10,000 行、100 列、100,000 个单元格。请删去无关的行、列和工作表后再上传。',
    en: 'The table is too large: at most 10,000 rows, 100 columns and 100,000 cells. Remove other rows, columns and sheets and send it again.',
  },
  'sheet-encoding': {
    status: 422,
    zh: 'CSV 的文字编码无法识别。请另存为“CSV UTF-8”或 .xlsx 后再上传。',
    en: 'The encoding of this CSV is not known. Save it as “CSV UTF-8” or .xlsx and send it again.',
  },
  'sheet-quotes': {
    status: 422,
    zh: 'CSV 第 {row} 行附近的引号不成对或行过长。请用 Excel 打开后另存为 .xlsx 再上传。',
    en: 'Quotation marks around row {row} of this CSV do not match, or the row is too long. Open it in Excel and save it as .xlsx.',
  },
  'sheet-head-missing': {
    status: 422,
    zh: '没有找到表头。须有一行同时含“{code}”和“{cumulative}”两列；请使用下载的模板。',
    en: 'There is no head: one row must hold “{code}” and “{cumulative}”. Use the template as it was downloaded.',
  },
  'sheet-column-twice': {
    status: 422,
    zh: '“{value}”一列出现两次，无法判断以哪一列为准。请删去一列。',
    en: 'The column “{value}” is there twice, so it is unclear which one counts. Remove one.',
  },
  'sheet-row-twice': {
    status: 422,
    zh: '“{value}”在第 {row} 行已有。请删去一行。',
    en: '“{value}” is in row {row} already. Remove one of the two.',
  },
  'sheet-code-missing': {
    status: 422,
    zh: '本行有数据，但没有指标代码。请从模板中复制代码，或删去本行。',
    en: 'This row has figures and no indicator code. Copy the code from the template, or remove the row.',
  },
  'sheet-other-region': {
    status: 422,
    zh: '本表是“{value}”的，不是“{expected}”的。请下载本市本月的模板。',
    en: 'This table is of “{value}” and not of “{expected}”. Download the template of your city and this month.',
  },
  'sheet-other-month': {
    status: 422,
    zh: '此处为“{value}”，本页是“{expected}”的月报。请下载本月的模板。',
    en: 'This says “{value}”, but the page is for “{expected}”. Download this month’s template.',
  },
  'sheet-stamp': {
    status: 422,
    zh: '版本“{value}”不是本月的版本（当前为 {current}）。请重新下载模板。',
    en: '“{value}” is no version of this month (it is at {current}). Download the template again.',
  },
  'sheet-formula': {
    status: 422,
    zh: '公式没有计算结果。请在 Excel 中打开并保存一次，或直接填数字。',
    en: 'The file does not hold what this formula comes to. Open and save it in Excel once, or write the number itself.',
  },
  'sheet-day': {
    status: 422,
    zh: '“{value}”是日期，不是数字。请把单元格格式改为“数值”后重填。',
    en: '“{value}” is a day and no number. Set the cell’s format to “Number” and fill it in again.',
  },
  'sheet-part-missing': {
    status: 422,
    zh: '“{indicator}”是比率，分子和分母须同时填写。',
    en: '“{indicator}” is a ratio: it takes both a numerator and a denominator.',
  },
  'sheet-no-denominator': {
    status: 422,
    zh: '“{indicator}”不是比率，没有分母。请清空此单元格。',
    en: '“{indicator}” is no ratio and has no denominator. Empty this cell.',
  },
  'load-head-missing': {
    status: 422,
    zh: '没有找到表头。须有一行同时含 {columns} 各列；请使用下载的全省模板。',
    en: 'There is no head: one row must hold {columns}. Use the template of the province as it was downloaded.',
  },
  'load-place-missing': {
    status: 422,
    zh: '本行有数据，但没有{column}。请补填，或删去本行。',
    en: 'This row has figures and no {column}. Fill it in, or remove the row.',
  },
  'load-region': {
    status: 422,
    zh: '“{value}”不是该月报送数据的地区。请填地区代码（如 {example}）或全称。',
    en: '“{value}” is no region that reports that month. Write its code (such as {example}) or its full name.',
  },
  'load-month': {
    status: 422,
    zh: '“{value}”不是年份或月份。年份填 2000 至 2100，月份填 1 至 12。',
    en: '“{value}” is no year or month. A year is 2000 to 2100, a month 1 to 12.',
  },
  'load-month-running': {
    status: 422,
    zh: '{month}还没有结束：由厅里录入的只能是已结束的月份。请删去本行，由该市报送。',
    en: '{month} is not over: the department enters months that have ended. Remove the row; the city reports it.',
  },
  'load-month-waiting': {
    status: 409,
    zh: '{month}已有数据等待审核。请先审核，再录入。',
    en: '{month} has figures that wait for review. Decide on those first.',
  },
  'load-faults': {
    status: 422,
    zh: '文件中有 {count} 行需要改正。请改正后重新上传，或选择只录入没有问题的行。',
    en: '{count} rows of the file must be mended. Mend them and send it again, or choose to enter the good rows alone.',
  },
  'load-nothing-new': {
    status: 422,
    zh: '没有可录入的内容：所填与已通过的数据相同。',
    en: 'There is nothing to enter: what was given is what was accepted.',
  },
  'load-changed': {
    status: 409,
    zh: '预览之后，数据已有变化。请重新查看预览后再确认。',
    en: 'Something was changed after the preview. Look at the preview again before you confirm.',
  },
  'target-unchanged': {
    status: 422,
    zh: '与现行目标相同，没有可写入的内容。',
    en: 'This is the target in force already; there is nothing to write.',
  },
  'target-judged': {
    status: 409,
    zh: '{month}的数据已按此目标判断过，不能撤销。请另起一行变更目标，并写明理由。',
    en: 'Figures of {month} were judged by this target already, so it cannot be withdrawn. Change it by a further line, with the reason.',
  },
  'target-head-missing': {
    status: 422,
    zh: '没有找到表头。须有一行的首列为“地区”，其余各列为指标名称或代码。',
    en: 'There is no head: one row must begin with “Region”, its other cells naming indicators by name or code.',
  },
  'target-region': {
    status: 422,
    zh: '“{value}”不是省或设区市。请填名称或代码，如 {example}。',
    en: '“{value}” is neither the province nor a region that reports. Write a name or a code, such as {example}.',
  },
  'target-row-twice': {
    status: 422,
    zh: '“{value}”在第 {row} 行已有。请删去一行。',
    en: '“{value}” is in row {row} already. Remove one of the two.',
  },
} as const;
