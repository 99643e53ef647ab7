/** Finds in a source every small sabotage that the driver knows how to make, and writes sources that can switch them on. */
import { parseSync } from 'vite';

/** One sabotage: what stands between `start` and `end`, and what stands there when it is switched on. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  /** What is done, for the report: `=== → !==`. */
  readonly what: string;
  /** What stands there then; for a `property` the other method's name. */
  readonly sabotaged: string;
  /** How the switch is written around it. */
  readonly form: 'expression' | 'attribute' | 'statement' | 'entry' | 'property';
}

/** A node of the parser's tree (ESTree with TypeScript and JSX). */
type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number; readonly end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

const binary: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};

const logical: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' };

const assignment: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '??=': '=', '||=': '=' };

/** Methods and the one that is called in their place. */
const methods: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  findLast: 'find',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  padStart: 'padEnd',
  preventDefault: 'toString',
  stopPropagation: 'toString',
};

/** Methods that give much the same thing back, so that leaving them out is a sabotage. */
const removable = new Set(['filter', 'toSorted', 'toReversed', 'slice', 'trim', 'toLowerCase', 'toUpperCase', 'flat']);

/** Attributes that only change how something looks, which no test reads. */
const appearance = new Set(['className', 'key', 'classNames', 'style', 'd', 'viewBox', 'points', 'variant', 'size']);

const typeWrappers = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSInstantiationExpression',
]);

/** Every sabotage of one file. */
export function mutantsIn(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found: Mutant[] = [];
  // The parser's tree is plain data whose every node has a type and a place.
  visit(program as unknown as Node, [], source, found);
  return found;
}

function visit(node: Node, parents: readonly Node[], source: string, found: Mutant[]): void {
  if (node.type.startsWith('TS') && !typeWrappers.has(node.type)) return;
  if (/^(Import|Export(All|Named)).*(Declaration|Specifier)$/.test(node.type) && node['source'] != null) return;
  if (isInternalError(node)) return;
  found.push(...mutantsOf(node, parents, source));
  for (const [name, value] of Object.entries(node)) {
    if (name === 'typeAnnotation' || name === 'returnType' || name === 'typeArguments' || name === 'typeParameters')
      continue;
    if ((name === 'key' || name === 'property' || name === 'label') && node['computed'] !== true) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, [node, ...parents], source, found);
    }
  }
}

/** `new Error('…')` says that the program contradicts itself; no person reads it and no test should hold its words. */
function isInternalError(node: Node): boolean {
  const callee = node['callee'];
  return node.type === 'NewExpression' && isNode(callee) && callee['name'] === 'Error';
}

function mutantsOf(node: Node, parents: readonly Node[], source: string): readonly Mutant[] {
  const text = (one: unknown): string => (isNode(one) ? source.slice(one.start, one.end) : '');
  const make = (what: string, sabotaged: string, form: Mutant['form'] = 'expression', at: Node = node): Mutant => ({
    start: at.start,
    end: at.end,
    what,
    sabotaged,
    form,
  });
  const { left, right, operator } = node;
  switch (node.type) {
    case 'BinaryExpression': {
      if (operator === '+' && /^['"`]|['"`]$/.test(text(left) + text(right))) return [];
      return (binary[String(operator)] ?? []).map((other) =>
        make(`${String(operator)} → ${other}`, `(${text(left)}) ${other} (${text(right)})`),
      );
    }
    case 'LogicalExpression': {
      const other = logical[String(operator)];
      if (other !== undefined) {
        return [make(`${String(operator)} → ${other}`, `(${text(left)}) ${other} (${text(right)})`)];
      }
      return [make('?? without its other', text(left)), make('?? always its other', text(right))];
    }
    case 'ConditionalExpression':
      return [make('condition → true', text(node['consequent'])), make('condition → false', text(node['alternate']))];
    case 'IfStatement':
      return ['true', 'false'].map((value) =>
        make(`if → ${value}`, value, 'expression', isNode(node['test']) ? node['test'] : node),
      );
    case 'UnaryExpression':
      return operator === '!' || operator === '-' ? [make(`${operator} removed`, text(node['argument']))] : [];
    case 'UpdateExpression':
      return [
        make(
          '++ ↔ --',
          text(node).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
        ),
      ];
    case 'AssignmentExpression': {
      const other = assignment[String(operator)];
      return other === undefined
        ? []
        : [make(`${String(operator)} → ${other}`, `${text(left)} ${other} ${text(right)}`)];
    }
    case 'Literal':
      return literals(node, parents[0], make);
    case 'TemplateLiteral':
      return parents[0]?.type === 'TaggedTemplateExpression' ? [] : [make('template → empty', "''")];
    case 'ArrayExpression':
      return Array.isArray(node['elements']) && node['elements'].length > 0 ? [make('array → empty', '[]')] : [];
    case 'ArrowFunctionExpression':
      return isNode(node['body']) && node['body'].type !== 'BlockStatement'
        ? [make('result → undefined', 'undefined', 'expression', node['body'])]
        : [];
    case 'BlockStatement':
      return isFunction(parents[0]) && Array.isArray(node['body']) && node['body'].length > 0
        ? [make('body → nothing', 'return;', 'entry')]
        : [];
    case 'ExpressionStatement':
      return isNode(node['expression']) && /^(Call|Await|Assignment|Unary)Expression$/.test(node['expression'].type)
        ? [make('statement removed', '', 'statement')]
        : [];
    case 'ThrowStatement':
      return [make('throw removed', '', 'statement')];
    case 'CallExpression':
      return calls(node, parents, text, make);
    default:
      return [];
  }
}

type Make = (what: string, sabotaged: string, form?: Mutant['form'], at?: Node) => Mutant;

function literals(node: Node, parent: Node | undefined, make: Make): readonly Mutant[] {
  const { value } = node;
  const isAttribute = parent?.type === 'JSXAttribute';
  if (isAttribute && isNode(parent['name']) && appearance.has(String(parent['name']['name']))) return [];
  const form = isAttribute ? 'attribute' : 'expression';
  if (parent?.type === 'ExpressionStatement') return [];
  if (typeof value === 'boolean') return [make(`${value} → ${!value}`, String(!value), form)];
  if (typeof value === 'number') return [make(`${value} → ${value + 1}`, String(value + 1), form)];
  if (typeof value === 'string') {
    return [value === '' ? make("'' → 'sabotaged'", "'sabotaged'", form) : make(`'${value}' → ''`, "''", form)];
  }
  return [];
}

function calls(node: Node, parents: readonly Node[], text: (one: unknown) => string, make: Make): readonly Mutant[] {
  const callee = node['callee'];
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee['computed'] === true) return [];
  const { object, property } = callee;
  if (!isNode(object) || !isNode(property)) return [];
  const name = String(property['name']);
  const other = methods[name];
  if (other !== undefined) {
    return [make(`${name} → ${other}`, other, 'property', { ...property, start: object.end } as Node)];
  }
  // Taking a call out of an optional chain would take the chain's end with it.
  const inChain = parents.some(({ type }) => type === 'ChainExpression') || text(callee).includes('?.');
  return removable.has(name) && !inChain ? [make(`.${name}() removed`, text(object))] : [];
}

const isFunction = (node: Node | undefined): boolean =>
  node !== undefined && /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type);

/**
 * The source with a switch for each of these mutants, by its number: exactly the original while none is switched on.
 * Mutants may lie inside one another; the sabotaged text is free of others.
 */
export function withSwitches(source: string, mutants: ReadonlyMap<number, Mutant>): string {
  return rewrite(
    source,
    0,
    source.length,
    [...mutants].toSorted(([, a], [, b]) => a.start - b.start || b.end - a.end),
  );
}

function rewrite(source: string, start: number, end: number, mutants: readonly (readonly [number, Mutant])[]): string {
  let text = '';
  let at = start;
  let rest = mutants;
  while (rest[0] !== undefined) {
    const [id, mutant] = rest[0];
    const inside = rest.slice(1).filter(([, other]) => other.start < mutant.end);
    text += source.slice(at, mutant.start) + switched(id, mutant, rewrite(source, mutant.start, mutant.end, inside));
    at = mutant.end;
    rest = rest.slice(1 + inside.length);
  }
  return text + source.slice(at, end);
}

function switched(id: number, { form, sabotaged }: Mutant, original: string): string {
  const isOn = `globalThis.sabotage?.(${id})`;
  switch (form) {
    case 'expression':
      return `(${isOn} ? (${sabotaged}) : (${original}))`;
    case 'attribute':
      return `{${isOn} ? ${sabotaged} : ${original}}`;
    case 'statement':
      return `if (!${isOn}) { ${original} }`;
    case 'entry':
      return `{ if (${isOn}) ${sabotaged} ${original} }`;
    case 'property': {
      const name = original.replace(/^\s*\??\.\s*/, '');
      return `${original.includes('?.') ? '?.' : ''}[${isOn} ? '${sabotaged}' : '${name}']`;
    }
  }
}
