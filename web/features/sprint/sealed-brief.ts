import { furtherPart } from '../../parts/further-part.tsx';

/** The sealed brief, which draws every indicator at once: its code comes when it is asked for. */
export const { Part: SealedBrief } = furtherPart(
  'sealed-brief',
  async () => (await import('./sealed/sealed-brief.tsx')).SealedBrief,
);
