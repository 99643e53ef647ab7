/** What pages say of a disk that is low or full. */
import { describe, expect, it } from 'vitest';
import { getStorage } from '#api/health/contract.ts';
import { query } from '#web/api/queries.ts';
import { Storage } from '#web/features/accounts/storage.tsx';
import { startText } from '#web/text/messages/use-text.ts';
import { pageAt, partOf, wordsIn } from '../rendered.tsx';

await startText('zh');

const gibi = 2 ** 30;

const told = async (disk: object | null): Promise<string> =>
  wordsIn(await partOf(<Storage />, { read: [{ of: query(getStorage, {}), reply: { disk } }] }));

const diskWith = (freeBytes: number, state: string) => ({ folder: '/srv', freeBytes, totalBytes: 100 * gibi, state });

describe('the page of accounts on the disk', () => {
  it('says how much room there is, and what to do where it is little', async () => {
    expect(await told(diskWith(41.5 * gibi, 'ok'))).toBe(
      '磁盘空间 数据库所在磁盘（/srv）可用 41.5 GiB，共 100.0 GiB，剩余 41.5%。',
    );
    expect(await told(diskWith(1.5 * gibi, 'low'))).toMatch(/可用 1\.5 GiB.*剩余 1\.5%。 空间不多了/);
    expect(await told(diskWith(gibi / 32, 'full'))).toMatch(/可用 32\.0 MiB.*空间即将用尽/);
    expect(await told(null)).toBe('磁盘空间 数据库在另一台服务器上，其磁盘空间请在那里查看。');
  });
});

describe('every page', () => {
  it('says that nothing can be saved where the sign-in itself could not be, and only there', async () => {
    const warning = '目前只能查看，任何更改都无法保存';
    expect(wordsIn(await pageAt('/no-such-page', { unsaved: true }))).toContain(warning);
    expect(wordsIn(await pageAt('/no-such-page', {}))).not.toContain(warning);
  });
});
