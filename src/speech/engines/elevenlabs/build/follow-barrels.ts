import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PluginBuild } from 'esbuild';

/** Where a name is defined; without `name` it is that file's whole namespace. */
export interface Definition {
  readonly file: string;
  readonly name?: string;
}

/**
 * Every module of the SDK imports barrels, files that do nothing but load the rest of it and hand on its exports:
 * `const serializers = __importStar(require("../../serialization"))`. For esbuild this plugin follows each of them to
 * the definitions: `serializers` becomes an object with a getter for every name that the module uses of it, which
 * loads the one file that defines it, and when it is first asked for. Nothing else enters the bundle.
 *
 * The SDK is made by a generator and tsc, so that a few shapes of lines are all there is; a line of another shape
 * stays as it is, which is right and costs size alone.
 */
export function followBarrels(bundler: PluginBuild): void {
  const barrels = new Barrels();
  bundler.onLoad({ filter: /[\\/]elevenlabs-js[\\/].*\.js$/ }, async ({ path: file }) => ({
    contents: (await readFile(file, 'utf8')).replace(
      NAMESPACE_IMPORT,
      (line, namespace: string, from: string, _: number, code: string) =>
        lazyNamespace(namespace, code, barrels.definitionsOf(resolve(file, from))) ?? line,
    ),
    loader: 'js',
  }));
}

const NAMESPACE_IMPORT = /^const (\w+) = __importStar\(require\("(\.[^"]+)"\)\);$/gm;

/** @returns undefined where the module uses the namespace otherwise than by `namespace.name`. */
function lazyNamespace(
  namespace: string,
  code: string,
  definitions: ReadonlyMap<string, Definition>,
): string | undefined {
  const statements = code.replace(COMMENTS, '').replace(NAMESPACE_IMPORT, '').replace(REQUIRE, '');
  const uses = [...statements.matchAll(new RegExp(`(?<![\\w.])${namespace}\\b(?:\\.(\\w+))?`, 'g'))];
  const names = new Set(uses.map((use) => use[1]));
  if (names.has(undefined)) return undefined;
  const getters = [...names].flatMap((name = '') => {
    const found = definitions.get(name);
    if (found === undefined) return [];
    const member = found.name === undefined ? '' : `.${found.name}`;
    return `get ${name}() { return require(${JSON.stringify(found.file)})${member}; }`;
  });
  return `const ${namespace} = { ${getters.join(', ')} };`;
}

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const REQUIRE = /require\("[^"]+"\)/g;

/** What the SDK's files export, each read once. */
export class Barrels {
  readonly #known = new Map<string, Map<string, Definition>>();

  /** The names that a file exports and where they are defined; of two with one name the first counts, as for `__exportStar`. */
  definitionsOf(file: string): ReadonlyMap<string, Definition> {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const found = new Map<string, Definition>();
    // Kept before it is filled: barrels may go round in circles.
    this.#known.set(file, found);
    const code = readFileSync(file, 'utf8');
    for (const name of ownNames(code)) found.set(name, { file, name });
    for (const [, name = '', from = ''] of code.matchAll(NAMESPACE_EXPORT))
      found.set(name, { file: resolve(file, from) });
    for (const [, from = ''] of code.matchAll(STAR_EXPORT))
      for (const [name, definition] of this.definitionsOf(resolve(file, from)))
        if (!found.has(name)) found.set(name, definition);
    return found;
  }
}

const NAMESPACE_EXPORT = /^exports\.(\w+) = __importStar\(require\("(\.[^"]+)"\)\);$/gm;
const STAR_EXPORT = /^__exportStar\(require\("(\.[^"]+)"\), exports\);$/gm;

/** tsc names what a file defines at its head (`exports.A = exports.B = void 0`), functions and what it hands on line by line. */
function ownNames(code: string): readonly string[] {
  const head = code.match(/^(?:exports\.\w+ = )+void 0;$/m)?.[0] ?? '';
  return [
    ...head.matchAll(/exports\.(\w+)/g),
    ...code.matchAll(/^exports\.(\w+) = \w+;$/gm),
    ...code.matchAll(/^Object\.defineProperty\(exports, "(\w+)", \{ enumerable/gm),
  ].map(([, name = '']) => name);
}

/** As Node resolves a relative path: a file, or a folder's index. */
function resolve(from: string, to: string): string {
  const target = path.resolve(path.dirname(from), to);
  return existsSync(`${target}.js`) ? `${target}.js` : path.join(target, 'index.js');
}
