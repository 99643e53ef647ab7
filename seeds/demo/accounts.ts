import type { accounts, Author } from '#db/schema.ts';
import { regionRows } from '../reference/regions.ts';

type PersonRow = typeof accounts.$inferSelect;

/** An account that the demonstration names at start; all have one password. It exists in no office's own database. */
interface DemonstrationAccount {
  readonly name: string;
  readonly role: PersonRow['role'];
  readonly region: string | null;
  readonly title: { readonly zh: string; readonly en: string };
}

/** One password for all, so that a demonstration needs no paper. */
export const demonstrationPassword = 'xushi-demo-2020';

const office = (name: string, role: PersonRow['role'], zh: string, en: string): DemonstrationAccount => ({
  name,
  role,
  region: null,
  title: { zh, en },
});

/** The department's three, and one for each city's bureau under the city's name in pinyin. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  office('official', 'official', '省厅建筑业管理处', 'Department, construction industry division'),
  office('leader', 'leader', '省厅领导', 'Department leadership'),
  office('administrator', 'administrator', '系统管理员', 'System administrator'),
  ...regionRows
    .filter(({ parent }) => parent !== null)
    .map(({ code, nameZh, nameEn }) => ({
      name: nameEn.toLowerCase(),
      role: 'bureau' as const,
      region: code,
      title: { zh: `${nameZh}住房和城乡建设局`, en: `${nameEn} housing and construction bureau` },
    })),
];

const idOf = (name: string): string => `demonstration-${name}`;

/** A demonstration account as the author of what it did: its id, and its name and title at the time. */
export function authorshipOf(name: string): { readonly id: string; readonly as: Author } {
  const account = demonstrationAccounts.find((one) => one.name === name);
  if (account === undefined) throw new Error(`The demonstration has no account ${name}`);
  return { id: idOf(name), as: { name, title: account.title } };
}

/** The accounts as rows; they share one encoded hash because they share one printed password. */
export function personRows(passwordHash: string): readonly PersonRow[] {
  return demonstrationAccounts.map(({ name, title, role, region }) => ({
    id: idOf(name),
    name,
    titleZh: title.zh,
    titleEn: title.en,
    role,
    region,
    passwordHash,
    mustChangePassword: false,
    passwordExpiresAt: null,
    disabled: false,
    createdAt: '2017-12-01T01:00:00.000Z',
    version: 1,
    editedAs: null,
  }));
}
