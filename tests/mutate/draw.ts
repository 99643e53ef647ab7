/** Which sabotages a run tries: drawn by chance, the same for the same seed. */
import { randomFrom } from '#seeds/demo/random.ts';
import { mutantsIn, type Mutant } from './mutants.ts';

export interface Drawn extends Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
}

export interface Source {
  readonly file: string;
  readonly text: string;
}

/**
 * Draws `count` sabotages, each file as likely as it has lines, each sabotage of a file as likely as another; all of them
 * where `count` is null.
 */
export function draw(sources: readonly Source[], count: number | null, seed: number): readonly Drawn[] {
  const urns = sources
    .map(({ file, text }) => ({ file, text, lines: text.split('\n').length, left: [...mutantsIn(file, text)] }))
    .filter(({ left }) => left.length > 0);
  const random = randomFrom(seed);
  const drawn: Drawn[] = [];
  const all = urns.reduce((sum, { left }) => sum + left.length, 0);
  while (drawn.length < Math.min(count ?? all, all)) {
    const open = urns.filter(({ left }) => left.length > 0);
    let at = random() * open.reduce((sum, { lines }) => sum + lines, 0);
    const urn = open.find(({ lines }) => (at -= lines) < 0) ?? open[0];
    if (urn === undefined) break;
    const [mutant] = urn.left.splice(Math.floor(random() * urn.left.length), 1);
    if (mutant === undefined) continue;
    const line = urn.text.slice(0, mutant.start).split('\n').length;
    drawn.push({ ...mutant, id: drawn.length + 1, file: urn.file, line });
  }
  return drawn;
}
