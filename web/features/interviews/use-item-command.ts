import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChecklistItem } from '#api/interviews/contract.ts';
import type { ItemHistory } from '#api/interviews/item-contract.ts';
import { saysEnough } from '#api/interviews/item-lifecycle.ts';
import type { ItemCommand } from '#api/interviews/item-lifecycle.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import type { IdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import type { KeptText } from '../../ui/kept-text.ts';
import { useSession } from '../../api/session.ts';
import { sendItemCommand } from './send-item-command.ts';
import type { ItemAddress, ItemMore } from './send-item-command.ts';

/** What a person is about to do with an item, and what came of it. */
export interface ItemCommandState {
  readonly text: KeptText;
  /** The command for which the text was too short; null where it was not. */
  readonly tooShort: ItemCommand | null;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly done: ItemCommand | null;
  /** Gives a command; `note` stands in the place of the kept text where a form of its own asks for it. */
  readonly run: (command: ItemCommand, note?: string, more?: ItemMore) => void;
}

interface Asked {
  readonly command: ItemCommand;
  readonly note: string;
  readonly more: ItemMore;
}

/** Gives commands to an item by the version on the page; the text is kept until the server has taken it. */
export function useItemCommand(
  address: ItemAddress,
  item: ChecklistItem,
  check: ItemHistory['check'],
): ItemCommandState {
  const { person } = useSession();
  const text = useKeptText(`xushi.item.${person.name}.${address.interview}.${address.region}.${address.item}`);
  const [tooShort, setTooShort] = useState<ItemCommand | null>(null);
  const idempotencyKey = useIdempotencyKey();
  const mutation = useSending(address, item.version, idempotencyKey, text.forget);
  const run = (command: ItemCommand, note = text.value, more: ItemMore = {}): void => {
    const short = !saysEnough(command, note, check?.verdict === 'fails');
    setTooShort(short ? command : null);
    if (!short) mutation.mutate({ command, note, more });
  };
  const write = (value: string): void => {
    text.write(value);
    idempotencyKey.renew();
    if (tooShort !== null && saysEnough('return', value)) setTooShort(null);
  };
  return {
    text: { ...text, write },
    tooShort,
    pending: mutation.isPending,
    error: mutation.error,
    done: mutation.isSuccess ? mutation.variables.command : null,
    run,
  };
}

function useSending(address: ItemAddress, version: number, idempotencyKey: IdempotencyKey, onSuccess: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ command, note, more }: Asked) =>
      sendItemCommand(
        command,
        address,
        { note: note.trim(), ...more },
        { version, idempotencyKey: `${command}-${idempotencyKey.key}` },
      ),
    onSuccess,
    onError: (error) => {
      // Somebody else was faster: what they did belongs on the page before anything is tried again.
      if (problemOf(error).status === 409) void refresh(client);
    },
    onSettled: idempotencyKey.settle,
  });
}
