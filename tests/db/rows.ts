/** Rows that the database tests fill their tables with. */
import { type Author, curves, indicators, accounts, regions, submissions, targetChanges } from '#db/schema.ts';

/** An author of this name, the office's title alike. */
export const author = (name: string): Author => ({ name, title: { zh: name, en: name } });

/** 合肥, or the same row under another code. */
export const region = (code = '340100'): typeof regions.$inferInsert => ({
  code,
  parent: null,
  kind: 'city',
  nameZh: '合肥市',
  nameEn: 'Hefei',
  shortZh: '合肥',
  position: 1,
  validFrom: '2020-01-01',
});

export const curve: typeof curves.$inferInsert = {
  code: 'even',
  nameZh: '均匀',
  nameEn: 'Even',
  points: [0.1, 0.25, 1],
  source: 'test',
};

export const indicator: typeof indicators.$inferInsert = {
  code: 'started',
  kind: 'flow',
  nameZh: '新开工装配式建筑面积',
  nameEn: 'Started area',
  shortZh: '新开工',
  shortEn: 'Started',
  unitZh: '万㎡',
  unitEn: '10,000 m²',
  scale: 10_000,
  decimals: 2,
  core: true,
  required: true,
  curve: 'even',
  definitionZh: '定义',
  definitionEn: 'Definition',
  position: 1,
};

/** A target of an indicator and region that must exist. */
export const target = (amount: number, sequence = 1): typeof targetChanges.$inferInsert => ({
  id: `target-${sequence}`,
  region: '340100',
  indicator: 'started',
  year: 2020,
  sequence,
  amount,
  effectiveMonth: 1,
  documentNumber: '皖建〔2020〕1号',
  reason: '',
  author: null,
  authoredAs: author('test'),
  decidedAt: '2020-01-01T00:00:00.000Z',
  origin: 'invented',
});

export const submission: typeof submissions.$inferInsert = { region: '340100', year: 2020, month: 9, version: 1 };

/** A person whose id is the name. */
export const person = (name: string): typeof accounts.$inferInsert => ({
  id: name,
  name,
  titleZh: '合肥市住房和城乡建设局',
  titleEn: 'Hefei housing and construction bureau',
  role: 'official',
  region: null,
  passwordHash: '',
  mustChangePassword: false,
  passwordExpiresAt: null,
  disabled: false,
  createdAt: '2020-10-01T01:00:00.000Z',
});
