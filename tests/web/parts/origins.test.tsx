import { beforeAll, describe, expect, it } from 'vitest';
import { NotedOrigins } from '#web/parts/noted-origins.tsx';
import { OriginMark } from '#web/parts/origin-mark.tsx';
import { inventedAmong, type OriginsOfValue } from '#web/parts/origins.ts';
import { startText } from '#web/text/messages/use-text.ts';
import { textOf } from '#tests/support/drawn.tsx';

beforeAll(() => startText('zh'));

describe('what is invented among the values of a table', () => {
  it('is all, some or none of those whose origin is known', () => {
    expect(inventedAmong([['invented'], ['reported', 'invented'], [null, undefined], []])).toBe('all');
    expect(inventedAmong([['invented'], ['reported', null]])).toBe('some');
    expect(inventedAmong([['reported'], ['published']])).toBe('none');
    expect(inventedAmong([])).toBe('none');
  });
});

const tableOf = (values: readonly OriginsOfValue[]): string =>
  textOf(
    <NotedOrigins values={values}>
      {values.map((origins) => (
        <OriginMark key={origins.join()} origins={origins} />
      ))}
    </NotedOrigins>,
  );

describe('a table of invented values', () => {
  it('says so in one note where all are, and marks each where others are not', () => {
    expect(tableOf([['invented']])).toBe('所列数值均为演示数据（虚构）');
    expect(tableOf([['invented'], ['reported']])).toBe('† 演示数据（虚构） † 演示数据（虚构）');
    expect(tableOf([['reported']])).toBe('');
  });
});
