import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * All chunks that some chunks of a build import, other than by `import()`, with the names that are wanted of each.
 *
 * @param chunks paths to begin with
 */
export function importsOf(chunks: readonly string[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  const visit = (chunk: string) => {
    for (const { from, names } of namedImports(chunk)) {
      const isNew = !wanted.has(from);
      const known = wanted.get(from) ?? new Set();
      wanted.set(from, known);
      for (const name of names) known.add(name);
      if (isNew) visit(from);
    }
  };
  chunks.forEach(visit);
  return wanted;
}

function namedImports(chunk: string): { from: string; names: string[] }[] {
  const file = ts.createSourceFile(
    chunk,
    readFileSync(chunk, 'utf8'),
    ts.ScriptTarget.ES2022,
    false,
    ts.ScriptKind.JS,
  );
  const imports = file.statements.filter(ts.isImportDeclaration).map(({ importClause, moduleSpecifier }) => {
    const bindings = importClause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    return {
      from: path.join(path.dirname(chunk), (moduleSpecifier as ts.StringLiteral).text),
      names: elements.map(({ propertyName, name }) => (propertyName ?? name).text),
    };
  });
  return imports.filter(({ from }) => existsSync(from));
}
