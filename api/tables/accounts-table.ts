/** The accounts of the office; no secret and no address is among them. */
import type { Account } from '../accounts/contract.ts';
import { roleWords } from '../audit/role-words.ts';
import type { Language } from '../http/problem.ts';
import type { Region } from '../regions/contract.ts';
import type { Table, TableColumn } from './table-file.ts';

export function accountsTableOf(
  accounts: readonly Account[],
  regions: readonly Region[],
  language: Language,
): Table<Account> {
  const nameOf = (code: string | null): string | null =>
    code === null ? null : (regions.find((region) => region.code === code)?.name[language] ?? code);
  const yesOrNo = (is: boolean): string => (language === 'zh' ? (is ? '是' : '否') : is ? 'yes' : 'no');
  const columns: readonly TableColumn<Account>[] = [
    { head: { zh: '账号', en: 'Account' }, width: 20, value: ({ name }) => name },
    { head: { zh: '姓名或岗位', en: 'Person or post' }, width: 28, value: ({ title }) => title[language] },
    { head: { zh: '角色', en: 'Role' }, value: ({ role }) => roleWords[role][language] },
    { head: { zh: '地区', en: 'Region' }, value: ({ region }) => nameOf(region) },
    { head: { zh: '停用', en: 'Disabled' }, width: 8, value: ({ disabled }) => yesOrNo(disabled) },
    { head: { zh: '锁定', en: 'Locked' }, width: 8, value: ({ locked }) => yesOrNo(locked) },
    {
      head: { zh: '须改密码', en: 'Must change password' },
      value: ({ mustChangePassword }) => yesOrNo(mustChangePassword),
    },
    { head: { zh: '建立时间', en: 'Created at' }, width: 24, value: ({ createdAt }) => createdAt },
  ];
  return { name: language === 'zh' ? '账号' : 'Accounts', columns, rows: accounts };
}
