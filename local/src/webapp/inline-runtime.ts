import type { OutputChunk } from 'rolldown';

const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;

/**
 * Writes rolldown's helpers into a chunk that imports them: 150 bytes, for which it would otherwise wait for one more
 * request.
 *
 * @param code as rolldown writes it
 * @param runtime the chunk in which rolldown puts them, always
 * @throws where that does not end with its exports
 */
export function inlineRuntime(code: string, runtime: OutputChunk): string {
  const importing = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'\`]\\./${runtime.fileName}["'\`];?`);
  const [statement, imported = ''] = importing.exec(code) ?? [];
  if (statement === undefined) return code;
  const [exporting, exported = ''] = EXPORTS.exec(runtime.code) ?? [];
  if (exporting === undefined) throw new Error(`Expected ${runtime.fileName} to end with its exports.`);
  const helpers = runtime.code.replace(exporting, `return {${pairs(exported, true)}};`);
  return code.replace(statement, () => `const {${pairs(imported, false)}} = (() => {${helpers}})();`);
}

/** Of `a as b, c` the properties `a: b, c`, or `b: a, c` where the second name is the one that others know. */
function pairs(names: string, isExport: boolean): string {
  return names
    .split(',')
    .map((entry) => entry.trim().split(/\s+as\s+/))
    .map(([first, second]) => (isExport ? [second, first] : [first, second]))
    .map((both) => both.filter(Boolean).join(': '))
    .join(', ');
}
