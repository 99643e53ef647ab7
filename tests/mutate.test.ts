/** The driver of sabotages: what it finds, that switches change nothing while they are off, and that a draw repeats itself. */
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { draw } from './mutate/draw.ts';
import { mutantsIn, withSwitches } from './mutate/mutants.ts';

const whatIn = (source: string, file = 'a.ts'): readonly string[] => mutantsIn(file, source).map(({ what }) => what);

describe('mutantsIn', () => {
  it.each([
    ['const a = b < c;', ['< → <=', '< → >=']],
    ['const a = b === c;', ['=== → !==']],
    ['const a = b && !c;', ['&& → ||', '! removed']],
    ['const a = b ?? c;', ['?? without its other', '?? always its other']],
    ['const a = b ? c : d;', ['condition → true', 'condition → false']],
    ['if (a) b();', ['if → true', 'if → false', 'statement removed']],
    ['const a = 3;', ['3 → 4']],
    ["const a = 'b';", ["'b' → ''"]],
    ["const a = '';", ["'' → 'sabotaged'"]],
    ['const a = [b];', ['array → empty']],
    ['const a = b.some(c);', ['some → every']],
    ['const a = b.filter(c);', ['.filter() removed']],
    ['const a = () => b;', ['result → undefined']],
    ['function a() { return b; }', ['body → nothing']],
    ["if (a) throw new Error('b');", ['if → true', 'if → false', 'throw removed']],
    ['a += b;', ['statement removed', '+= → -=']],
  ])('finds in %s', (source, expected) => {
    expect(whatIn(source)).toEqual(expected);
  });

  it.each([
    "import { a } from 'b';",
    "export * from 'b';",
    "type A = 'b' | 3;",
    "interface A { readonly b: 'c' }",
    "const a = { 'b': c };",
    "throw_(new Error('b < c'));".replace('throw_', 'const x = id'),
  ])('leaves %s alone', (source) => {
    expect(whatIn(source).filter((what) => !what.startsWith('statement'))).toEqual([]);
  });

  it('leaves attributes alone that only change the look', () => {
    expect(whatIn('const a = <b className="c" title="d" />;', 'a.tsx')).toEqual(["'d' → ''"]);
  });
});

/** Runs a source whose last line is an expression, with one sabotage switched on. */
function valueOf(source: string, on: number): unknown {
  const mutants = new Map(mutantsIn('a.ts', source).map((mutant, index) => [index, mutant]));
  const before = globalThis.sabotage;
  globalThis.sabotage = (id) => id === on;
  try {
    return runInThisContext(withSwitches(source, mutants));
  } finally {
    globalThis.sabotage = before;
  }
}

describe('withSwitches', () => {
  const source = `(function f(list) {
    let sum = 0;
    for (const one of list.filter((n) => n > 2)) sum += one * 2;
    if (list.some((n) => n === 9) && sum < 100) return -sum;
    return sum;
  })([1, 2, 3, 4])`;

  it('changes nothing while every switch is off', () => {
    // 3 · 2 + 4 · 2
    expect(valueOf(source, -1)).toBe(14);
  });

  it('makes each sabotage one by one, however deep they lie in one another', () => {
    const values = mutantsIn('a.ts', source).map(({ what }, index) => `${what}: ${String(valueOf(source, index))}`);
    expect(values).toEqual([
      'statement removed: undefined',
      'body → nothing: undefined',
      '0 → 1: 15',
      '.filter() removed: 20',
      'result → undefined: 0',
      '> → >=: 18',
      '> → <=: 6',
      '2 → 3: 8',
      'statement removed: 0',
      '+= → -=: -14',
      '* → /: 3.5',
      '2 → 3: 21',
      'if → true: -14',
      'if → false: 14',
      '&& → ||: -14',
      'some → every: 14',
      'result → undefined: 14',
      '=== → !==: -14',
      '9 → 10: 14',
      '< → <=: 14',
      '< → >=: 14',
      '100 → 101: 14',
      '- removed: 14',
      'array → empty: 0',
      '1 → 2: 14',
      '2 → 3: 20',
      '3 → 4: 16',
      '4 → 5: 16',
    ]);
  });
});

const sources = [
  { file: 'long.ts', text: `${'\n'.repeat(90)}const a = [1, 2, 3, 4, 5, 6, 7, 8, 9];` },
  { file: 'short.ts', text: 'const b = [1, 2, 3, 4, 5, 6, 7, 8, 9];' },
];
const placesOf = (seed: number) => draw(sources, 5, seed).map(({ file, start }) => `${file} ${start}`);

describe('draw', () => {
  it('is the same for the same seed and another for another', () => {
    expect(placesOf(1)).toEqual(placesOf(1));
    expect(placesOf(1)).not.toEqual(placesOf(2));
  });

  it('draws nothing twice, and everything where no count is given', () => {
    const all = draw(sources, null, 1);
    // An array and nine numbers in each.
    expect(new Set(all.map(({ file, start, what }) => `${file} ${start} ${what}`)).size).toBe(20);
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(all[0]?.line).toBe(all[0]?.file === 'long.ts' ? 91 : 1);
  });

  it('draws from a file as often as it has lines', () => {
    const first = Array.from({ length: 200 }, (_, seed) => draw(sources, 1, seed)[0]?.file);
    // 91 lines of 92.
    expect(first.filter((file) => file === 'long.ts').length).toBeGreaterThan(185);
  });
});
