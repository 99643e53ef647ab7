import * as items from '#api/interviews/item-contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import type { ItemCommand } from '#api/interviews/item-lifecycle.ts';
import { call } from '../../api/call.ts';

export interface ItemAddress {
  readonly interview: string;
  readonly region: string;
  readonly item: string;
}

/** What goes with a command beside its note. */
export interface ItemMore {
  readonly dueOn?: string | null;
  readonly owner?: string;
  readonly person?: string;
}

interface Guard {
  readonly version: number;
  readonly idempotencyKey: string;
}

/** Sends a command on an item. */
export function sendItemCommand(
  command: ItemCommand,
  params: ItemAddress,
  { note, dueOn = null, owner = '', person = '' }: ItemMore & { readonly note: string },
  guard: Guard,
): Promise<ItemHistory> {
  const words = { params, body: { reason: note }, ...guard };
  const day = { params, body: { dueOn: dueOn ?? '', reason: note }, ...guard };
  switch (command) {
    case 'report':
      return call(items.reportItem, { params, body: { note }, ...guard });
    case 'verify':
      return call(items.verifyItem, { params, body: { note }, ...guard });
    case 'return':
      return call(items.returnItem, words);
    case 'overrule':
      return call(items.overruleItem, words);
    case 'undo':
      return call(items.undoItem, { params, body: {}, ...guard });
    case 'ask':
      return call(items.askExtension, day);
    case 'extend':
      return call(items.extendItem, day);
    case 'grant':
    case 'refuse':
      return call(items.decideExtension, { params, body: { grant: command === 'grant', reason: note }, ...guard });
    case 'assign':
      return call(items.assignItem, { params, body: { owner, person, dueOn }, ...guard });
  }
}
