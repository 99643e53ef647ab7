/** The empty table of projects to fill in. */
import { createHash } from 'node:crypto';
import type { Language } from '../http/problem.ts';
import type { FileReply } from '../http/serve-file.ts';
import { flagWords, requiredFields } from '../projects/field-text.ts';
import { projectFields, type ProjectField } from '../projects/fields.ts';
import { workbookBytes, type CellOut } from '../workbooks/workbook.ts';

/** Rows to fill in; more can be added below them. */
const emptyRows = 100;

const words = {
  sheet: { zh: '项目台账', en: 'Projects' },
  notes: {
    zh: [
      '每行一个单位工程。同一施工许可证号加单位工程编号只能有一行；尚未领证的留空。许可证号请设为“文本”格式，否则 15 位以后的数字会丢失。',
      '空不等于零：不掌握的留空，确为零的填 0。面积为整数平方米，装配率最多两位小数。装配率按“评价标准”一栏所填标准（GB/T 51129 或 DB33/T 1165）计算，两者不可比较。',
      '填好后在“项目台账”页上传：先预览，确认后才写入；同一文件再次上传不会改变任何内容。',
    ],
    en: [
      'One row a unit project. Permit and unit project number together stand in one row; leave the permit empty while there is none. Set the permit’s cells to “Text”: a number loses its digits beyond the fifteenth.',
      'Empty is not zero: leave out what is not known, write 0 where it is zero. Areas are whole square metres, the assembly rate has two decimals at most and is by the standard in its column (GB/T 51129 or DB33/T 1165); the two are not to be compared.',
      'Send the file on the page of the project ledger: you see what would change, and nothing is written before you confirm. The same file sent again changes nothing.',
    ],
  },
} as const;

/** The workbook to fill in. */
export function projectTemplate(language: Language): FileReply {
  const content = workbookBytes({
    sheet: words.sheet[language],
    widths: projectFields.map(({ kind }) => (kind === 'text' ? 24 : 16)),
    frozenRows: words.notes[language].length + 2,
    isProtected: false,
    rows: [
      ...words.notes[language].map((value): CellOut[] => [{ value, look: { font: 'muted' } }]),
      projectFields.map((field) => ({ value: takes(field, language), look: { font: 'muted', wraps: true } })),
      projectFields.map((field) => ({
        value: field.words[language],
        look: { fill: 'head', font: 'bold', wraps: true },
      })),
      ...Array.from({ length: emptyRows }, () =>
        projectFields.map((): CellOut => ({ value: null, look: { fill: 'open', isOpen: true } })),
      ),
    ],
  });
  return {
    name: `${words.sheet[language]}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tag: createHash('sha256').update(content).digest('hex').slice(0, 32),
    content,
  };
}

/** What a column takes, said above its head. */
function takes(field: ProjectField, language: Language): string {
  const must = requiredFields.has(field.key) ? { zh: '必填。', en: 'Required. ' }[language] : '';
  return `${must}${formOf(field, language)}`;
}

function formOf(field: ProjectField, language: Language): string {
  switch (field.kind) {
    case 'text':
      return '';
    case 'choice':
      return Object.values(field.choices)
        .map((choice) => choice[language])
        .join(' / ');
    case 'area':
      return { zh: '整数 ㎡', en: 'whole m²' }[language];
    case 'percent':
      return '52.5';
    case 'stars':
      return '0–3';
    case 'flag':
      return `${flagWords.yes[language]} / ${flagWords.no[language]}`;
    case 'day':
      return '2020-09-01';
  }
}
