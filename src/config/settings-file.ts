import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { AudioEditionError } from '../errors.js';

/**
 * Reads a settings file's text by a schema. Comments and trailing commas are accepted.
 *
 * @param name The file's name as the user knows it; stands at the head of every message.
 * @throws AudioEditionError (`input`) that says `<file>:<line>:<column>`, the field, what was found and what
 *   is allowed.
 */
export function parseSettings<T>(text: string, name: string, schema: v.GenericSchema<unknown, T>): T {
  const tree = parseJson(text, name);
  const result = v.safeParse(schema, plainValue(tree), { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const where = place(text, name, deepest(tree, path).offset);
  throw badSettings(`${where}: ${complaint(issue, path)}`, name);
}

function parseJson(text: string, name: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (tree !== undefined && first === undefined) return tree;
  const what = first === undefined ? 'it is empty' : words(printParseErrorCode(first.error));
  throw badSettings(
    `${place(text, name, first?.offset ?? 0)}: not valid JSON (${what}); correct the file there.`,
    name,
  );
}

/** The tree's value; `__proto__` is left out, so that no file reaches an object's prototype. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const fields = (node.children ?? []).map((property): [string, unknown] => {
    const [key, value] = property.children ?? [];
    return [String(key?.value), value === undefined ? undefined : plainValue(value)];
  });
  return Object.fromEntries(fields.filter(([key]) => key !== '__proto__'));
}

function complaint(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const field = path.join('.') || 'the file';
  if (issue.kind === 'validation') return `${field} ${issue.message}.`;
  if (issue.expected === 'never') return `${field} is not a known field; remove it or correct its name.`;
  if (issue.received === 'undefined') return `${field} is missing; add it.`;
  return `${field} is ${issue.received}, but allowed is ${allowed(issue.expected)}.`;
}

function allowed(expected: string | null): string {
  return (expected ?? 'something else')
    .replace(/[()]/g, '')
    .replaceAll(' | ', ' or ')
    .replaceAll('Object', '{ … }');
}

function deepest(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return tree;
}

function place(text: string, name: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${name}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function words(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function badSettings(message: string, file: string): AudioEditionError {
  return new AudioEditionError(message, {
    code: 'bad-settings',
    stage: 'config',
    fault: 'input',
    data: { file },
  });
}
