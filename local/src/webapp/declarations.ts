import ts from 'typescript';

/** A statement, or one variable of a list of them. */
type Unit = ts.Statement | ts.VariableDeclaration;

export interface Declared {
  text: string;
  /** The statements that this one refers to, by number. */
  uses: Set<number>;
  /** Those whose variables it assigns, which an import could not be. */
  assigns: Set<number>;
  names: string[];
  isImport: boolean;
  /** Functions, classes and variables do nothing by being declared; bundlers rely on that for the packages in question. */
  isDeclaration: boolean;
}

/** What a module declares and exports, in its order, and what of it refers to what. */
export function analyse(code: string) {
  const { file, checker } = bind(code);
  const units = file.statements.flatMap((statement): Unit[] =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement],
  );
  const numberOf = new Map<ts.Node, number>(units.map((unit, index) => [unit, index]));
  const exported = new Map<string, { index: number; local: string }>();
  const declaring = (symbol: ts.Symbol | undefined): number | undefined => {
    let node: ts.Node | undefined = symbol?.declarations?.[0];
    while (node && !numberOf.has(node)) node = node.parent;
    return node && numberOf.get(node);
  };
  const statements = units.map((unit, number): Declared => {
    const uses = new Set<number>();
    const assigns = new Set<number>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && isReference(node)) {
        const index = declaring(symbolOf(checker, node));
        if (index !== undefined && index !== number) {
          uses.add(index);
          if (isAssigned(node)) assigns.add(index);
        }
      }
      ts.forEachChild(node, visit);
    };
    if (ts.isExportDeclaration(unit)) addExports(unit);
    else visit(unit);
    return {
      text: textOf(unit, file),
      uses,
      assigns,
      names: namesOf(unit),
      isImport: ts.isImportDeclaration(unit),
      isDeclaration:
        ts.isFunctionDeclaration(unit) ||
        ts.isClassDeclaration(unit) ||
        ts.isVariableDeclaration(unit) ||
        ts.isExportDeclaration(unit),
    };
  });
  return { statements, exported };

  function addExports({ exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
    if (moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause))
      throw new Error('Expected a list of a module’s own exports.');
    for (const element of exportClause.elements) {
      const index = declaring(checker.getExportSpecifierLocalTargetSymbol(element));
      if (index === undefined) throw new Error(`Expected a declaration of ${element.getText(file)}.`);
      exported.set(element.name.text, { index, local: (element.propertyName ?? element.name).text });
    }
  }
}

/** Names alone: no types, no other files. */
function bind(code: string): { file: ts.SourceFile; checker: ts.TypeChecker } {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === 'module.js' ? file : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => undefined,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === 'module.js',
    readFile: () => undefined,
  };
  const options = { allowJs: true, noLib: true, noResolve: true, target: ts.ScriptTarget.ES2022, types: [] };
  return { file, checker: ts.createProgram(['module.js'], options, host).getTypeChecker() };
}

function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.resolveName(node.text, node, ts.SymbolFlags.Value, false);
}

/** Whether an identifier stands for a value, and is not the name of a property, a label or what is being declared. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyDeclaration(parent))
    return parent.initializer === node;
  return !(
    ts.isMethodDeclaration(parent) ||
    ts.isAccessor(parent) ||
    (ts.isFunctionLike(parent) && parent.name === node) ||
    (ts.isClassLike(parent) && parent.name === node) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent)
  );
}

/** Whether a reference is written to, also in part, as in `[a, b] = c`. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const isAssignment =
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    return isAssignment && parent.left === node;
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
    );
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === node;
  const isPattern =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isParenthesizedExpression(parent);
  return isPattern && isAssigned(parent);
}

/** Each variable of a list is a statement of its own; exports are written anew. */
function textOf(unit: Unit, file: ts.SourceFile): string {
  if (ts.isExportDeclaration(unit)) return '';
  if (!ts.isVariableDeclaration(unit)) return unit.getText(file);
  const isVar = (unit.parent.flags & ts.NodeFlags.BlockScoped) === 0;
  return `${isVar ? 'var' : 'let'} ${unit.getText(file)};`;
}

function namesOf(unit: Unit): string[] {
  if (ts.isVariableDeclaration(unit)) return bound(unit.name);
  const isNamed = ts.isFunctionDeclaration(unit) || ts.isClassDeclaration(unit);
  return isNamed && unit.name ? [unit.name.text] : [];
}

function bound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}
