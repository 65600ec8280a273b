import * as z from 'zod';
import type { Language } from '../../domain/language.ts';
import { bodyTexts, issueText, tooLarge } from './input-texts.ts';
import { type FieldError, Problem } from './problem.ts';

/** Of a body whose route says nothing else. */
export const usualBody = 256 * 1024;
/** A caller mends the first errors first; more would only make the answer long. */
const mostErrors = 100;
const longestSegment = 100;

const dotted = (path: readonly PropertyKey[]): string =>
  path.map((segment) => String(segment).slice(0, longestSegment)).join('.');

const fieldErrors = (
  issue: z.core.$ZodIssue,
  { language, within }: { language: Language; within: readonly string[] },
): readonly FieldError[] => {
  const message = issueText(issue)[language];
  const path = [...within, ...issue.path];
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: dotted([...path, key]), message }))
    : [{ path: dotted(path), message }];
};

/** One error a field: a text that is no day at all need not be told that it is out of range as well. */
export const firstOfEach = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(({ path }, i) => errors.findIndex((error) => error.path === path) === i);

const problemOf = (
  issues: readonly z.core.$ZodIssue[],
  how: { readonly language: Language; readonly within: readonly string[] },
): Problem => {
  const errors = issues.slice(0, mostErrors).flatMap((issue) => fieldErrors(issue, how));
  return new Problem('invalid-input', firstOfEach(errors.slice(0, mostErrors)));
};

interface Input {
  readonly value: unknown;
  readonly language: Language;
  readonly within?: readonly string[];
}

/** Input as its schema has it, or the Problem that names each bad field, below `within`. */
export const parsedInput = <Schema extends z.ZodType>(
  schema: Schema,
  { value, language, within = [] }: Input,
): { readonly value: z.output<Schema> } | { readonly problem: Problem } => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { problem: problemOf(parsed.error.issues, { language, within }) };
};

/** Input as its schema has it; throws the Problem where it is not so. */
export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: Input,
): z.output<Schema> => {
  const parsed = parsedInput(schema, input);
  if ('problem' in parsed) throw parsed.problem;
  return parsed.value;
};

/** The first place at which JSON carries a key that could reach a prototype; records would drop it unsaid. */
const prototypeKeyIn = (json: unknown): readonly string[] | undefined => {
  const open: { readonly value: unknown; readonly path: readonly string[] }[] = [
    { value: json, path: [] },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return path;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && path.length < 16) {
        open.push({ value: inner, path: [...path, key] });
      }
    }
  }
  return undefined;
};

const refuse = (
  kind: 'invalid-input' | 'too-large',
  message: (typeof bodyTexts)['empty'],
  language: Language,
) => new Problem(kind, [{ path: '', message: message[language] }]);

/** The body as it came; throws a Problem where it has more than `largest` bytes. */
export const limited = (
  body: Buffer,
  { language, largest }: { readonly language: Language; readonly largest: number },
): Buffer => {
  if (body.length > largest) throw refuse('too-large', tooLarge(largest), language);
  return body;
};

/** The body as JSON; throws a Problem where there is none, it is too large or it is not JSON. */
export const parseJson = (
  body: Buffer,
  {
    language,
    largest = usualBody,
  }: { readonly language: Language; readonly largest?: number | undefined },
): unknown => {
  if (limited(body, { language, largest }).length === 0) {
    throw refuse('invalid-input', bodyTexts.empty, language);
  }
  const json = readJson(body);
  if (json === undefined) throw refuse('invalid-input', bodyTexts['not-json'], language);
  const path = prototypeKeyIn(json);
  if (path !== undefined) {
    throw problemOf(
      [{ code: 'unrecognized_keys', keys: ['__proto__'], path: [...path], message: '', input: {} }],
      { language, within: [] },
    );
  }
  return json;
};

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};

/** No fields at all, for what takes no query. */
export const nothing = z.strictObject({});
