import { beforeAll, describe, expect, it } from 'vitest';
import { KnownChoice, KnownLine } from '#web/parts/known-line.tsx';
import { startText } from '#web/text/messages/use-text.ts';
import { partOf, wordsIn } from '../rendered.tsx';

beforeAll(() => startText('zh'));

const note = '以下为 2020-10-07 当日所知：此后通过、撤销的数据和此后下达的目标、规则不计入。清单为今日状态。';

/** The head and the end of a page whose reply shows one day while its address may already name another. */
const pageOf = async (path: string, head: string | undefined, end: string | undefined): Promise<string> =>
  wordsIn(
    await partOf(
      <>
        {head !== undefined && <KnownLine from="/" />}
        <KnownChoice from="/" shown={end} />
      </>,
      {},
      path,
    ),
  );

describe('the day whose knowledge a page shows', () => {
  it('is chosen at the end of the page of the present', async () => {
    expect(await pageOf('/?year=2020&month=9', undefined, undefined)).toBe('查看某日所知');
  });

  it('is told once, though the end of the page still has the reply of the present', async () => {
    const shown = await pageOf('/?year=2020&month=9&known=2020-10-07', '2020-10-07', undefined);
    expect(shown.split(note)).toHaveLength(2);
    expect(shown.split('查看某日所知')).toHaveLength(2);
  });

  it('is chosen once, though the whole page still has the reply of the day', async () => {
    expect(await pageOf('/?year=2020&month=9', '2020-10-07', '2020-10-07')).toBe('查看某日所知');
  });
});
