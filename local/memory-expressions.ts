import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Item } from './memory-table.ts';

/*
 * That part of DynamoDB's expressions which our adapters use. What it does not know it refuses aloud.
 */

/** The names and values that an expression speaks of. */
export interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'exists' | 'not-exists'; readonly path: string }
  | { readonly kind: 'begins'; readonly path: string; readonly value: string }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly string[] }
  | { readonly kind: 'between'; readonly path: string; readonly values: readonly [string, string] }
  | {
      readonly kind: 'compare';
      readonly path: string;
      readonly by: string;
      readonly value: string;
    };

const token = /\s*(<=|>=|<>|[=<>(),]|[A-Za-z_#:][\w.#:]*)/y;

const tokensOf = (expression: string): readonly string[] => {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (expression.slice(token.lastIndex).trim() !== '') {
    const found = token.exec(expression);
    if (found === null) throw new Error(`cannot read the expression ${expression}`);
    tokens.push(found[1] ?? '');
  }
  return tokens;
};

/** Reads a condition; AND binds closer than OR. */
export const parseCondition = (expression: string): Condition => {
  const tokens = tokensOf(expression);
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const expect = (word: string): void => {
    const found = next();
    if (found !== word) throw new Error(`${word} is missing in ${expression}, before ${found}`);
  };
  const list = (): readonly string[] => {
    expect('(');
    const listed = [next()];
    while (tokens[at] === ',') {
      at += 1;
      listed.push(next());
    }
    expect(')');
    return listed;
  };
  const one = (): Condition => {
    const word = next();
    if (word === '(') {
      const inner = any();
      expect(')');
      return inner;
    }
    if (word === 'attribute_exists' || word === 'attribute_not_exists') {
      const [path = ''] = list();
      return { kind: word === 'attribute_exists' ? 'exists' : 'not-exists', path };
    }
    if (word === 'begins_with') {
      const [path = '', value = ''] = list();
      return { kind: 'begins', path, value };
    }
    const by = next();
    if (by === 'IN') return { kind: 'in', path: word, values: list() };
    if (by === 'BETWEEN') {
      const from = next();
      expect('AND');
      return { kind: 'between', path: word, values: [from, next()] };
    }
    if (!['=', '<>', '<', '<=', '>', '>='].includes(by)) {
      throw new Error(`${by} is not known, in ${expression}`);
    }
    return { kind: 'compare', path: word, by, value: next() };
  };
  const joined = (kind: 'and' | 'or', word: string, part: () => Condition) => (): Condition => {
    const of = [part()];
    while (tokens[at] === word) {
      at += 1;
      of.push(part());
    }
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind, of };
  };
  const all = joined('and', 'AND', one);
  const any = joined('or', 'OR', all);
  const condition = any();
  if (at !== tokens.length) throw new Error(`cannot read the rest of ${expression}`);
  return condition;
};

/** The attribute at a path, such as `lease.#until`. */
const valueAt = (item: Item, path: string, { ExpressionAttributeNames: names = {} }: Given) =>
  path.split('.').reduce<Attribute | undefined>((found, part, depth) => {
    const name = part.startsWith('#') ? (names[part] ?? part) : part;
    const within = depth === 0 ? item : (found?.['M'] as Item | undefined);
    return within?.[name];
  }, undefined);

const named = (name: string, { ExpressionAttributeValues: values = {} }: Given): Attribute => {
  const value = values[name];
  if (value === undefined) throw new Error(`there is no value ${name}`);
  return value;
};

/** Below, at or above zero; undefined between attributes of different kinds. */
const compared = (one: Attribute | undefined, other: Attribute): number | undefined => {
  const [kind = ''] = Object.keys(other);
  if (one === undefined || !(kind in one)) return undefined;
  if (kind === 'N') return Number(one['N']) - Number(other['N']);
  if (kind === 'S') return Buffer.compare(Buffer.from(`${one['S']}`), Buffer.from(`${other['S']}`));
  return undefined;
};

/** Whether an item is as a condition asks. */
export const keepsTo = (item: Item, condition: Condition, given: Given): boolean => {
  switch (condition.kind) {
    case 'and':
      return condition.of.every((one) => keepsTo(item, one, given));
    case 'or':
      return condition.of.some((one) => keepsTo(item, one, given));
    case 'exists':
      return valueAt(item, condition.path, given) !== undefined;
    case 'not-exists':
      return valueAt(item, condition.path, given) === undefined;
    case 'begins':
      return String(valueAt(item, condition.path, given)?.['S'] ?? '\0').startsWith(
        String(named(condition.value, given)['S']),
      );
    case 'in': {
      const value = valueAt(item, condition.path, given);
      return condition.values.some((one) => isDeepStrictEqual(value, named(one, given)));
    }
    case 'between': {
      const value = valueAt(item, condition.path, given);
      const [from, to] = condition.values.map((one) => compared(value, named(one, given)));
      return from !== undefined && to !== undefined && from >= 0 && to <= 0;
    }
    case 'compare': {
      const value = valueAt(item, condition.path, given);
      const other = named(condition.value, given);
      if (condition.by === '=') return isDeepStrictEqual(value, other);
      if (condition.by === '<>') return !isDeepStrictEqual(value, other);
      const order = compared(value, other);
      if (order === undefined) return false;
      switch (condition.by) {
        case '<':
          return order < 0;
        case '<=':
          return order <= 0;
        case '>':
          return order > 0;
        default:
          return order >= 0;
      }
    }
  }
};

export interface Update {
  readonly set: readonly (readonly [path: string, value: string, unless: string | undefined])[];
  readonly add: readonly (readonly [path: string, value: string])[];
  readonly remove: readonly string[];
}

const updates = new Map<string, Update>();

/** Reads an update: SET with values and if_not_exists, ADD of numbers and sets, REMOVE. */
export const parseUpdate = (expression: string): Update => {
  const known = updates.get(expression);
  if (known !== undefined) return known;
  const clauses = expression.split(/\b(SET|ADD|REMOVE)\b/).map((part) => part.trim());
  const partsOf = (word: string) =>
    clauses.flatMap((clause, at) =>
      clauses[at - 1] === word ? clause.split(/,(?![^(]*\))/).map((part) => part.trim()) : [],
    );
  const set = partsOf('SET').map((part) => {
    const [, path = '', value = ''] = /^([\w#.]+)\s*=\s*(.+)$/.exec(part) ?? [];
    const [, unless, otherwise] = /^if_not_exists\(([\w#.]+),\s*(:\w+)\)$/.exec(value) ?? [];
    if (path === '' || !(otherwise ?? value).startsWith(':')) {
      throw new Error(`cannot read ${part} in ${expression}`);
    }
    return [path, otherwise ?? value, unless] as const;
  });
  const add = partsOf('ADD').map((part) => {
    const [path = '', value = ''] = part.split(/\s+/);
    return [path, value] as const;
  });
  const read = { set, add, remove: partsOf('REMOVE') };
  updates.set(expression, read);
  return read;
};

const sumOf = (before: Attribute | undefined, added: Attribute): Attribute => {
  if ('N' in added) return { N: String(Number(before?.['N'] ?? 0) + Number(added['N'])) };
  if ('SS' in added) {
    const all = [...((before?.['SS'] as string[]) ?? []), ...(added['SS'] as string[])];
    return { SS: [...new Set(all)].sort() };
  }
  throw new Error('only numbers and sets of texts are added to');
};

/** An item after an update. */
export const updated = (item: Item, { set, add, remove }: Update, given: Given): Item => {
  const names = given.ExpressionAttributeNames ?? {};
  const nameOf = (path: string): string => {
    if (path.includes('.')) throw new Error(`${path} is inside an attribute`);
    return path.startsWith('#') ? (names[path] ?? path) : path;
  };
  const gone = new Set(remove.map(nameOf));
  return {
    ...Object.fromEntries(Object.entries(item).filter(([name]) => !gone.has(name))),
    ...Object.fromEntries(
      set.map(([path, value, unless]) => [
        nameOf(path),
        (unless === undefined ? undefined : valueAt(item, unless, given)) ?? named(value, given),
      ]),
    ),
    ...Object.fromEntries(
      add.map(([path, value]) => [nameOf(path), sumOf(item[nameOf(path)], named(value, given))]),
    ),
  };
};
