import type { Role } from '../http/endpoint.ts';
import type { Language } from '../http/problem.ts';

/** The roles in both languages, for files. */
export const roleWords: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  official: { zh: '省厅', en: 'Department' },
  bureau: { zh: '市局', en: 'City bureau' },
  leader: { zh: '领导', en: 'Leadership' },
  administrator: { zh: '管理员', en: 'Administrator' },
};
