import { useState } from 'react';
import type { Subject } from '../../../parts/submissions/subject.ts';
import { parseBlock } from './grid.ts';
import type { PlacedText } from './grid.ts';
import { namedBlock } from './paste-by-name.ts';
import type { NamedBlock } from './paste-by-name.ts';

/** A pasted block that names its indicators, to be looked at before it is put in; null where there is none. */
export interface Proposal {
  readonly proposal: NamedBlock | null;
  readonly decide: (take: boolean) => void;
}

/** Keeps such a block until it was decided on; `propose` says whether a pasted text is one. */
export function useNamedPaste(
  { indicators }: Subject,
  put: (cells: readonly PlacedText[]) => void,
): Proposal & { readonly propose: (text: string) => boolean } {
  const [proposal, setProposal] = useState<NamedBlock | null>(null);
  const propose = (text: string): boolean => {
    const named = namedBlock(parseBlock(text), indicators);
    setProposal(named);
    return named !== null;
  };
  const decide = (take: boolean): void => {
    setProposal(null);
    if (take && proposal !== null) put(proposal.cells);
  };
  return { proposal, propose, decide };
}
