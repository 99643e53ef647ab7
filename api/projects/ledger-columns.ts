/** The columns of the ledger as a file: those that tell whose and which, the fields, and what follows from them. Pure. */
import type { Bilingual } from '../http/shapes.ts';
import type { ProjectIn } from './contract.ts';
import { projectFields } from './fields.ts';

/** A column that an import reads. */
export type LedgerColumn = 'id' | 'region' | keyof ProjectIn;

export const idHead: Bilingual = { zh: '台账编号', en: 'Ledger no.' };
export const regionHead: Bilingual = { zh: '地区代码', en: 'Region code' };

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** A unit in brackets may be left out; a field may be named by its key in a request, too. */
const headsOf = ({ zh, en }: Bilingual): readonly string[] =>
  [zh, en].flatMap((word) => [word, word.replace(/\s*[（(][^（()）]*[）)]$/, '')]);

const byHead: ReadonlyMap<string, LedgerColumn> = new Map<string, LedgerColumn>([
  ...headsOf(idHead).map((head) => [plain(head), 'id'] as const),
  ...headsOf(regionHead).map((head) => [plain(head), 'region'] as const),
  ...projectFields.flatMap(({ key, words }) => [key, ...headsOf(words)].map((head) => [plain(head), key] as const)),
]);

/** The column that a head names; undefined where it is none of the ledger's that an import reads. */
export const columnNamed = (head: string): LedgerColumn | undefined => byHead.get(plain(head));
