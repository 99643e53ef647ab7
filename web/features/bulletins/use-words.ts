import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveBulletin, type Bulletin, type BulletinWords } from '#api/bulletins/contract.ts';
import { call } from '../../api/call.ts';
import { ProblemError } from '../../api/problem-error.ts';
import { useSession } from '../../api/session.ts';
import { isRecord } from '../../ui/is-record.ts';
import { useKeptEdit } from '../../ui/kept-edit.ts';

/** The words of a draft as they are being written: kept for the tab, saved under the version that the writing began from. */
export function useWords(bulletin: Bulletin) {
  const { id, version, issueNumber, documentNumber } = bulletin;
  const { person } = useSession();
  const kept = useKeptEdit(`xushi.bulletin.${person.name}.${id}`, version, readWords);
  const [words, setWords] = useState<BulletinWords>(kept.typed ?? { issueNumber, documentNumber, texts: {} });
  const write = (changed: Partial<BulletinWords>): void => {
    const next = { ...words, ...changed };
    setWords(next);
    kept.write(next);
  };
  const saving = useMutation({
    mutationFn: () => call(saveBulletin, { params: { id }, body: words, version: kept.basedOn ?? version }),
    onSuccess: kept.forget,
    onError: (error) => {
      // Told of the other's words, which stand around what is typed: saving again is on the newest.
      if (error instanceof ProblemError && error.problem.code === 'stale-version') kept.rebase(null);
    },
  });
  return { words, write, saving };
}

/** What was kept, perhaps by an older program; null where it is no such thing. */
function readWords(kept: unknown): BulletinWords | null {
  if (!isRecord(kept) || !isRecord(kept['texts'])) return null;
  const { issueNumber, documentNumber, texts } = kept;
  if (typeof issueNumber !== 'string' || typeof documentNumber !== 'string') return null;
  const read = Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : []));
  return { issueNumber, documentNumber, texts: Object.fromEntries(read) };
}
