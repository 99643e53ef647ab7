import { listRegions as listRegionRows, type RegionRow } from '#db/regions.ts';
import type { Context } from '../http/context.ts';
import type { Region } from './contract.ts';

/** The regions of the office; names and tiles are no secret, so everybody who is signed in sees all. Kept until something changes. */
export function listRegions({ database, replyCache }: Context): Promise<Region[]> {
  return replyCache.of('regions', async () => (await listRegionRows(database.reader)).map(present));
}

function present(row: RegionRow): Region {
  return {
    code: row.code,
    kind: row.kind,
    name: { zh: row.nameZh, en: row.nameEn },
    short: { zh: row.shortZh, en: row.nameEn },
    parent: row.parent,
    tile: row.tileRow === null || row.tileColumn === null ? null : { row: row.tileRow, column: row.tileColumn },
  };
}
