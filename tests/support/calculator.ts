/** A pocket calculator for formulas as pages show them: `(348.00 − 0.00) ÷ 72.9492%`. */

const token = /\s*(?:(\d[\d,]*(?:\.\d+)?)(%?)|([()+−×÷]))/gy;

interface Reader {
  readonly tokens: readonly (number | string)[];
  at: number;
}

/** @throws Error where the text is no formula */
export function calculated(formula: string): number {
  const tokens: (number | string)[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < formula.length) {
    const match = token.exec(formula);
    if (match === null) throw new Error(`no formula: ${formula}`);
    const [, digits, percent, sign = ''] = match;
    tokens.push(digits === undefined ? sign : Number(digits.replaceAll(',', '')) / (percent === '%' ? 100 : 1));
  }
  const reader: Reader = { tokens, at: 0 };
  const value = sum(reader);
  if (reader.at < tokens.length) throw new Error(`no formula: ${formula}`);
  return value;
}

function sum(reader: Reader): number {
  let value = product(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (sign !== '+' && sign !== '−') return value;
    reader.at += 1;
    value += (sign === '+' ? 1 : -1) * product(reader);
  }
}

function product(reader: Reader): number {
  let value = factor(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (sign !== '×' && sign !== '÷') return value;
    reader.at += 1;
    const other = factor(reader);
    value = sign === '×' ? value * other : value / other;
  }
}

function factor(reader: Reader): number {
  const next = reader.tokens[reader.at];
  reader.at += 1;
  if (typeof next === 'number') return next;
  if (next === '−') return -factor(reader);
  if (next !== '(') throw new Error(`unexpected ${next}`);
  const value = sum(reader);
  if (reader.tokens[reader.at] !== ')') throw new Error('a bracket is not closed');
  reader.at += 1;
  return value;
}

/** A value as pages write it: its number, and one unit of its last digit. */
export function shownNumber(text: string): { readonly value: number; readonly unit: number } {
  const match = /^([+−]?)(\d[\d,]*)(?:\.(\d+))?(%?)/.exec(text);
  if (match === null) throw new Error(`no number: ${text}`);
  const [, sign, whole = '', decimals = '', percent] = match;
  const scale = percent === '%' ? 100 : 1;
  const size = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`);
  return { value: ((sign === '−' ? -1 : 1) * size) / scale, unit: 10 ** -decimals.length / scale };
}
