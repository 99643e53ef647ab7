/** An item as a reply has it, for tests of what is drawn from it. */
import type { ChecklistItem } from '#api/interviews/contract.ts';

/** Nothing that a person may do. */
export const nothingAllowed: ChecklistItem['can'] = {
  report: false,
  verify: false,
  return: false,
  undo: false,
  ask: false,
  decide: false,
  extend: false,
  assign: false,
  overrule: false,
};

export const itemOf = (region: string, item: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  region,
  item,
  state: 'open',
  owner: '建筑业管理处',
  person: '',
  dueOn: '2020-10-30',
  overdue: false,
  version: 1,
  origin: 'reported',
  latest: null,
  asked: null,
  closedBy: null,
  can: nothingAllowed,
  ...more,
});
