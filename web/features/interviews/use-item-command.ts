import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reportItem, returnItem, verifyItem } from '#api/interviews/contract.ts';
import type { ChecklistItem, ItemHistory } from '#api/interviews/contract.ts';
import { saysEnough } from '#api/interviews/lifecycle.ts';
import type { ItemCommand } from '#api/interviews/lifecycle.ts';
import { call } from '../../api/call.ts';
import { problemOf } from '../../api/local-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { useKeptText } from '../../ui/kept-text.ts';
import type { KeptText } from '../../ui/kept-text.ts';
import { useSession } from '../../api/session.ts';

export interface ItemAddress {
  readonly interview: string;
  readonly region: string;
  readonly item: string;
}

/** What a person is about to do with an item, and what came of it. */
export interface ItemCommandState {
  readonly text: KeptText;
  /** Whether the text is too short for what was tried. */
  readonly tooShort: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly done: ItemCommand | null;
  readonly run: (command: ItemCommand) => void;
}

/** Reports, verifies or returns an item by the version on the page; the text is kept until the server has taken it. */
export function useItemCommand(address: ItemAddress, item: ChecklistItem): ItemCommandState {
  const client = useQueryClient();
  const { person } = useSession();
  const text = useKeptText(`xushi.item.${person.name}.${address.interview}.${address.region}.${address.item}`);
  const [tooShort, setTooShort] = useState(false);
  const idempotencyKey = useIdempotencyKey();
  const mutation = useMutation({
    mutationFn: (command: ItemCommand) =>
      send(command, address, text.value.trim(), {
        version: item.version,
        idempotencyKey: `${command}-${idempotencyKey.key}`,
      }),
    onSuccess: text.forget,
    onError: (error) => {
      // Somebody else was faster: what they did belongs on the page before anything is tried again.
      if (problemOf(error).status === 409) void refresh(client);
    },
    onSettled: idempotencyKey.settle,
  });
  const run = (command: ItemCommand): void => {
    const short = !saysEnough(command, text.value);
    setTooShort(short);
    if (!short) mutation.mutate(command);
  };
  const write = (value: string): void => {
    text.write(value);
    idempotencyKey.renew();
    if (tooShort) setTooShort(!saysEnough('return', value));
  };
  return {
    text: { ...text, write },
    tooShort,
    pending: mutation.isPending,
    error: mutation.error,
    done: mutation.isSuccess ? mutation.variables : null,
    run,
  };
}

interface Guard {
  readonly version: number;
  readonly idempotencyKey: string;
}

function send(command: ItemCommand, params: ItemAddress, text: string, guard: Guard): Promise<ItemHistory> {
  switch (command) {
    case 'report':
      return call(reportItem, { params, body: { note: text }, ...guard });
    case 'verify':
      return call(verifyItem, { params, body: { note: text }, ...guard });
    case 'return':
      return call(returnItem, { params, body: { reason: text }, ...guard });
  }
}
