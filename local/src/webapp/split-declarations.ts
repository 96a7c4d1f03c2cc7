import { analyse, type Declared } from './declarations.ts';

export interface Halves {
  /** What the wanted exports need, and all that does something by being loaded. */
  kept: Half;
  /** The other declarations. It imports from `kept`, never the other way round. */
  moved: Half;
}

export interface Half {
  code: string;
  /** The names that the whole module exports from here. */
  exports: string[];
}

/**
 * Splits a module by what is wanted of it at once. Bundlers split between modules alone, and packages like Angular's are
 * whole files, so that a first visit would fetch what any lazy page uses of them.
 *
 * @param code of an ES module as bundlers write it: named imports, declarations, and one list of exports
 * @param wanted names of its exports
 * @param keptModule the address by which `moved` imports from `kept`
 */
export function splitDeclarations(code: string, wanted: ReadonlySet<string>, keptModule: string): Halves {
  const { statements, exported } = analyse(code);
  const kept = new Set<number>();
  const keep = (index: number) => {
    if (kept.has(index)) return;
    kept.add(index);
    statements[index]!.uses.forEach(keep);
  };
  statements.forEach(({ isDeclaration, isImport }, index) => {
    if (!isDeclaration && !isImport) keep(index);
  });
  for (const [name, { index }] of exported) if (wanted.has(name)) keep(index);
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    statements.forEach(({ assigns }, index) => {
      if ([...assigns].some((assigned) => kept.has(assigned))) keep(index);
    });
  }

  const isKept = (index: number) => kept.has(index) || statements[index]!.isImport;
  const imports = statements.filter(({ isImport }) => isImport).map(({ text }) => text);
  const half = (isHere: (index: number) => boolean): Half & { list: string[] } => {
    const here = [...exported].filter(([, { index }]) => isHere(index));
    return {
      code: statements
        .filter(({ isImport }, index) => !isImport && isHere(index))
        .map(({ text }) => text)
        .join('\n'),
      exports: here.map(([name]) => name),
      list: here.map(([name, { local }]) => `${local} as ${name}`),
    };
  };
  const first = half(isKept);
  const second = half((index) => !isKept(index));
  const shared = sharedNames(statements, isKept);
  const lent = shared.map((name) => `${name} as ${lentAs(name)}`);
  const borrowed = shared.map((name) => `${lentAs(name)} as ${name}`);
  return {
    kept: {
      code: [...imports, first.code, `export {${[...first.list, ...lent].join(', ')}};`].join('\n'),
      exports: first.exports,
    },
    moved: {
      code: [
        ...imports,
        `import {${borrowed.join(', ')}} from ${JSON.stringify(keptModule)};`,
        second.code,
        `export {${second.list.join(', ')}};`,
      ].join('\n'),
      exports: second.exports,
    },
  };
}

/** Exports of bundlers are short, so this is none of them. */
function lentAs(name: string): string {
  return `lent_${name}`;
}

/** What the moved half refers to in the kept one, imports apart, which both have. */
function sharedNames(statements: readonly Declared[], isKept: (index: number) => boolean): string[] {
  const used = statements.flatMap(({ uses }, index) => (isKept(index) ? [] : [...uses]));
  const shared = [...new Set(used)].filter((index) => isKept(index) && !statements[index]!.isImport);
  return shared.flatMap((index) => statements[index]!.names);
}
