import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/**
 * All chunks that some chunks of a build need before they run, themselves left out.
 *
 * @param chunks paths to begin with
 */
export function importsOf(chunks: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const visit = (chunk: string) => {
    for (const imported of staticImports(chunk)) {
      if (needed.has(imported)) continue;
      needed.add(imported);
      visit(imported);
    }
  };
  for (const chunk of chunks) visit(chunk);
  return needed;
}

/** Other than by `import()`. */
function staticImports(chunk: string): string[] {
  const { body } = parseAst(readFileSync(chunk, 'utf8'));
  return body.flatMap((statement) =>
    'source' in statement && statement.source ? [path.join(path.dirname(chunk), statement.source.value)] : [],
  );
}
