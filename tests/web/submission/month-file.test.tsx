/** What a bureau reads of a file before it is confirmed: what would change, what must be chosen, what must be mended. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileChange, FilePreview } from '#api/month-files/contract.ts';
import { draftOf } from '#web/features/submissions/form/file/file-draft.ts';
import { tableType } from '#web/parts/files/table-type.ts';
import { FilePreviewPanel } from '#web/features/submissions/form/file/file-preview.tsx';
import { startText } from '#web/text/messages/use-text.ts';
import { markupOf } from '#tests/support/drawn.tsx';
import { subject } from './month.ts';

beforeAll(() => startText('zh'));

const amount = (cumulative: number) => ({ cumulative, denominator: null });
const change = (indicator: string, more: Partial<FileChange> = {}): FileChange => ({
  indicator,
  follows: null,
  row: 6,
  before: amount(400),
  after: amount(410.5),
  conflict: null,
  ...more,
});

/** What is read of a component. */
const textOf = (markup: string): string => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const panel = (more: Partial<FilePreview>): string => {
  const preview: FilePreview = {
    version: 3,
    isStale: false,
    encoding: null,
    kept: { figures: { area: { cumulative: 400 } } },
    changes: [],
    unchanged: 0,
    formulas: [],
    faults: [],
    marked: null,
    ...more,
  };
  const stage = { is: 'preview', file: new File([], '十月.xlsx'), preview, isAgain: false, isSaving: false } as const;
  return markupOf(
    <FilePreviewPanel subject={subject()} stage={stage} onConfirm={async () => undefined} onLeave={() => undefined} />,
  );
};

describe('a file that was sent', () => {
  it('shows what the draft says now beside what it would say', () => {
    const said = textOf(panel({ changes: [change('area'), change('civil', { row: 7, before: null })] }));
    expect(said).toMatch(/将改动 2 项.*6 400\.00 410\.50 .*7 （无） 410\.50.*确认，保存 2 项/);
  });

  it('leaves a figure that others changed as they did, until the file’s is chosen', () => {
    const conflict = { downloaded: amount(390) };
    const markup = panel({ isStale: true, changes: [change('area', { conflict })] });
    expect(textOf(markup)).toMatch(/下载时为 390\.00，之后改为 400\.00。 采用文件中的值/);
    expect(markup).toMatch(/<button[^>]*disabled[^>]*>.*?确认，保存 0 项/);
    const preview = { kept: { figures: { area: { cumulative: 400 } } }, changes: [change('area', { conflict })] };
    expect(draftOf(preview).figures).toEqual({ area: { cumulative: 400 } });
    expect(draftOf(preview, new Set(['area'])).figures).toEqual({ area: { cumulative: 410.5 } });
  });

  it('keeps a numerator with the figure that it follows, whichever of two is chosen', () => {
    const both = { downloaded: amount(390) };
    const share = { follows: 'area', before: { cumulative: 400, denominator: 900 } };
    const preview = {
      kept: { figures: { area: { cumulative: 400 }, share: { numerator: 400, denominator: 900 } } },
      changes: [
        change('area', { conflict: both }),
        change('share', { ...share, after: { cumulative: 410.5, denominator: 950 } }),
      ],
    };
    const [theirs, ours] = [draftOf(preview).figures, draftOf(preview, new Set(['area'])).figures];
    expect(theirs).toMatchObject({ area: { cumulative: 400 }, share: { numerator: 400, denominator: 950 } });
    expect(ours).toMatchObject({ area: { cumulative: 410.5 }, share: { numerator: 410.5, denominator: 950 } });
  });

  it('names each wrong cell and offers nothing to confirm', () => {
    const detail = { zh: '请填普通数字。', en: 'Write a plain number.' };
    const fault = { sheet: '10月', row: 7, column: 'F', value: '12万', code: 'figure-notation', detail };
    const said = textOf(panel({ faults: [fault], marked: 'UEs=' }));
    expect(said).toMatch(/有 1 处需要修改.*什么都没有保存.*下载标出错误的文件.*F7 10月 12万 请填普通数字。/);
    expect(said).not.toContain('确认');
  });

  it('says in which encoding a CSV was read, and which cells are formulas', () => {
    const formulas = [{ sheet: '', row: 6, column: 'F', value: '12.5' }];
    expect(textOf(panel({ encoding: 'gb18030', formulas }))).toMatch(/GB18030.*F6 = 12\.5/);
  });

  it('is taken by its name, whatever the system calls its kind', () => {
    expect(['a.XLSX', 'b.csv', 'c.xls', 'd'].map((name) => tableType(name) !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
