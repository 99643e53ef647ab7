/** Small parts that every page uses, as they are written into the page. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { localProblem } from '#web/api/local-problem.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { OriginMark } from '#web/parts/origin-mark.tsx';
import { ProblemView } from '#web/ui/problem-view.tsx';
import { SourceText } from '#web/parts/source-text.tsx';
import { TableScroller } from '#web/ui/table-scroller.tsx';
import { changeTextLanguage, startText } from '#web/text/messages/use-text.ts';

beforeAll(() => startText('zh'));
afterEach(() => changeTextLanguage('zh'));

const drawn = (node: ReactNode): string =>
  renderToStaticMarkup(<MantineProvider withCssVariables={false}>{node}</MantineProvider>).replaceAll(
    /<style[^>]*>.*?<\/style>/g,
    '',
  );

/** The words alone, each element's apart from the next. */
const wordsOf = (node: ReactNode): readonly string[] =>
  drawn(node)
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

describe('the mark of an invented value', () => {
  it('stands behind a value of which any part is invented, for eyes and in words', () => {
    expect(wordsOf(<OriginMark origins={['published', 'invented']} />)).toEqual(['†', '演示数据（虚构）']);
    expect(drawn(<OriginMark origins={['invented']} />)).toContain('title="演示数据（虚构）"');
    expect(drawn(<OriginMark origins={['invented']} />)).toContain('<span aria-hidden="true">†</span>');
  });

  it('stands behind no other value', () => {
    expect(drawn(<OriginMark origins={['published', 'reported', null, undefined]} />)).toBe('');
    expect(drawn(<OriginMark origins={[]} />)).toBe('');
  });
});

const said = (source: string | null, brief = false) => (
  <SourceText origin="published" source={source} {...(brief && { brief })} />
);

describe('the source of a value', () => {
  it('is a link to the page that published it, named by its site', () => {
    const html = drawn(said('https://www.jxdata.com/news/2020/10.html'));
    expect(html).toBe(
      '<a href="https://www.jxdata.com/news/2020/10.html" rel="noreferrer" target="_blank">公开（jxdata.com）</a>',
    );
    expect(wordsOf(said('http://zj.gov.cn'))).toEqual(['公开（zj.gov.cn）']);
    expect(wordsOf(said('https://jst-1.Zj.gov.CN/a.html', true))).toEqual(['公开（jst-1.Zj.gov.CN）']);
  });

  it('says of what only follows from printed numbers how, beside the page that printed them', () => {
    const origin = 'derived' as const;
    const source = '652 ÷ 93.14%; https://example.org/a';
    expect(wordsOf(<SourceText origin={origin} source={source} />)).toEqual([
      '由公开数据推算（example.org）',
      '652 ÷ 93.14%',
    ]);
    expect(drawn(<SourceText origin={origin} source={source} brief />)).toContain('href="https://example.org/a"');
  });

  it('is words in the page’s language where nobody is to be sent there', async () => {
    const source = '镜像页面 / mirror page: example.org/a: b';
    expect(wordsOf(said(source))).toEqual(['镜像页面：example.org/a: b']);
    await changeTextLanguage('en');
    expect(wordsOf(said(source))).toEqual(['mirror page: example.org/a: b']);
    expect(drawn(said(source))).not.toContain('<a');
  });

  it('is the site’s name where there is little room, with all of it behind', () => {
    expect(drawn(said('镜像页面 / mirror page: www.example.org/a', true))).toBe(
      '<span title="镜像页面 / mirror page: www.example.org/a">公开（example.org）</span>',
    );
  });

  it('is shown as it is where it has another form', () => {
    expect(wordsOf(said('内部台账第 3 页'))).toEqual(['内部台账第 3 页']);
    expect(wordsOf(said('内部台账第 3 页', true))).toEqual(['公开（内部台账第 3 页）']);
    // Only an address that begins as one is a link.
    expect(drawn(said('见 https://example.org/a'))).not.toContain('<a');
    expect(drawn(said('javascript://example.org/%0Aalert(1)'))).not.toContain('<a');
  });

  it('is where the value was made, without one', () => {
    expect(wordsOf(<SourceText origin="reported" source={null} />)).toEqual(['本系统报送']);
    expect(wordsOf(<SourceText origin="invented" source={null} />)).toEqual(['演示数据（虚构）']);
  });
});

describe('a problem in words', () => {
  const problem = {
    ...localProblem('invalid-input', 422, '有字段不符合要求。'),
    instance: 'urn:uuid:7f3a-19',
    errors: [
      { pointer: '/name', code: 'field-form', detail: '“name”的格式不对。' },
      { pointer: '/role', code: 'field-form', detail: '“role”的格式不对。' },
    ],
  };

  it('is what happened, each field and the request’s id alone', () => {
    expect(wordsOf(<ProblemView problem={problem} />)).toEqual([
      '有字段不符合要求。',
      '“name”的格式不对。',
      '“role”的格式不对。',
      '请求编号：7f3a-19',
    ]);
    expect(drawn(<ProblemView problem={problem} />)).toContain('role="alert"');
    expect(wordsOf(<ProblemView problem={{ ...problem, instance: '/requests/12/ab' }} />)).toContain('请求编号：ab');
  });

  it('says once what a single field’s problem and the problem have in common', () => {
    const single = { ...problem, errors: [{ pointer: '/next', code: 'weak-password', detail: '有字段不符合要求。' }] };
    expect(wordsOf(<ProblemView problem={single} />)).toEqual(['有字段不符合要求。', '请求编号：7f3a-19']);
    expect(drawn(<ProblemView problem={single} />)).not.toContain('<ul');
  });

  it('names no request where there was none, and offers another try where there is one', () => {
    const silent = localProblem('unavailable', 0, '没有答复。');
    expect(wordsOf(<ProblemView problem={silent} />)).toEqual(['没有答复。']);
    expect(wordsOf(<ProblemView problem={silent} retry={() => undefined} />)).toEqual(['没有答复。', '重试']);
  });
});

/** A query’s result as a page has it, at the moment that `settled` names. */
async function resultOf(read: () => Promise<number>, settled = true): Promise<UseQueryResult<number>> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const observer = new QueryObserver<number, Error>(client, { queryKey: ['a'], queryFn: read });
  onTestFinished(observer.subscribe(() => undefined));
  if (settled) await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false);
  return observer.getCurrentResult();
}
const failing = (status: number) => async (): Promise<number> => {
  throw new ProblemError(localProblem('a', status, '不行'));
};
const words = (result: UseQueryResult<number>, skeleton?: ReactNode) =>
  wordsOf(
    <Loaded result={result} skeleton={skeleton}>
      {(data) => <p>{data} is there</p>}
    </Loaded>,
  );

describe('what is loaded', () => {
  it('is its data once they are there, a zero too', async () => {
    expect(words(await resultOf(async () => 0)).join(' ')).toBe('0 is there');
  });

  it('is an outline before', async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const pending = await resultOf(() => promise, false);
    const html = drawn(<Loaded result={pending}>{() => 'there'}</Loaded>);
    expect(html).toContain('aria-label="正在载入"');
    expect(words(pending, <p>an outline of its own</p>)).toEqual(['an outline of its own']);
    resolve(1);
  });

  it.each([403, 404])('says that it is not to be had, and offers no other try: %i', async (status) => {
    expect(words(await resultOf(failing(status)))).toEqual(['不行']);
  });

  it.each([0, 400, 409, 429, 500, 503])('says what happened, and offers another try: %i', async (status) => {
    expect(words(await resultOf(failing(status)))).toEqual(['不行', '重试']);
  });

  it('says that the page failed where that is no problem of the server’s', async () => {
    const result = await resultOf(async () => {
      throw new Error('a slip of ours');
    });
    expect(words(result)[0]).toMatch(/^此页面出错，其他页面仍可使用。/);
  });

  it('stays in view where reading it again fails', async () => {
    let times = 0;
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const observer = new QueryObserver<number, Error>(client, {
      queryKey: ['a'],
      queryFn: async () => {
        times += 1;
        if (times > 1) throw new Error('no line');
        return 7;
      },
    });
    onTestFinished(observer.subscribe(() => undefined));
    await expect.poll(() => observer.getCurrentResult().data).toBe(7);
    await observer.refetch();
    expect(observer.getCurrentResult().isError).toBe(true);
    expect(words(observer.getCurrentResult()).join(' ')).toBe('7 is there');
  });
});

describe('the holder of a wide table', () => {
  it('is named and reached by keyboard', () => {
    expect(drawn(<TableScroller label="账号列表">here</TableScroller>)).toMatch(
      /^<section class="\S+" aria-label="账号列表" tabindex="0">here<\/section>$/,
    );
    // One that spans the page is told apart by one class more.
    expect(
      drawn(
        <TableScroller label="a" pageWide>
          here
        </TableScroller>,
      ),
    ).toMatch(/^<section class="\S+ \S+" aria-label="a"/);
  });
});
