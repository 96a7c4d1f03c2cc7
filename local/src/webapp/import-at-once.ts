import type { OutputChunk } from 'rolldown';

const IMPORT = /\bimport\(["`]\.\/([^"`]+)["`]\)/g;

/**
 * Has a chunk's code ask for a page's chunk and for those that it imports at once. They would be asked for only when that
 * had come, one round trip later.
 *
 * @param code as rolldown writes it
 * @param present what is there already when the code runs, by file name
 */
export function importAtOnce(
  code: string,
  chunks: readonly OutputChunk[],
  present: ReadonlySet<string>,
): string {
  return code.replace(IMPORT, (statement, name: string) => {
    const needed = chunks.find(({ fileName }) => fileName === name)?.imports ?? [];
    const others = needed.filter((fileName) => !present.has(fileName));
    if (others.length === 0) return statement;
    const all = [...others, name].map((fileName) => `import("./${fileName}")`);
    return `Promise.all([${all}]).then(all=>all.at(-1))`;
  });
}
