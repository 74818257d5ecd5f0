import { globSync } from 'node:fs'
import { relative } from 'node:path'
import ts from 'typescript'

/** A query of the app's as its source has it. */
export interface AskedQuery {
  /** `app/room/file.ts:12` */
  readonly where: string
  /** Undefined where its text is put together while the app runs. */
  readonly sql: string | undefined
  /** The type that the source gives a row; undefined where it gives none. */
  readonly row: ts.Type | undefined
  /** Whether anything is done with the rows but reading them by a schema. */
  readonly usesRows: boolean
}

export interface AskedQueries {
  readonly checker: ts.TypeChecker
  readonly queries: readonly AskedQuery[]
}

const CLIENTS = ['Pool', 'PoolClient', 'Client', 'ClientBase']

/** Finds every `query` that the app's own code asks of PostgreSQL; `planted` are further sources, by path. */
export function askedQueries(planted: Readonly<Record<string, string>> = {}): AskedQueries {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as { config: { compilerOptions: object } }
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, incremental: false }, '.')
  delete options.tsBuildInfoFile
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (path, how) => {
    const text = planted[relative('.', path)]
    return text === undefined ? read(path, how) : ts.createSourceFile(path, text, how)
  }
  const paths =
    Object.keys(planted).length > 0
      ? Object.keys(planted)
      : globSync('app/**/*.{ts,tsx}', { exclude: ['**/*.test.ts', 'app/generated/**'] })
  const program = ts.createProgram(paths, options, host)
  const checker = program.getTypeChecker()
  const queries = paths.flatMap((path) => queriesIn(program.getSourceFile(path)!, checker))
  return { checker, queries }
}

function queriesIn(file: ts.SourceFile, checker: ts.TypeChecker): AskedQuery[] {
  const found: AskedQuery[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isQuery(node, checker)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      const [row] = node.typeArguments ?? []
      found.push({
        where: `${relative('.', file.fileName)}:${line + 1}`,
        sql: textOf(asked(node.arguments[0]), checker),
        row: row && checker.getTypeFromTypeNode(row),
        usesRows: usesRows(node),
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isQuery({ expression }: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'query') return false
  return CLIENTS.includes(checker.getTypeAtLocation(expression.expression).symbol?.name ?? '')
}

/** The text of `{ text }`, or what was given itself. */
function asked(given: ts.Expression | undefined): ts.Expression | undefined {
  if (!given || !ts.isObjectLiteralExpression(given)) return given
  const text = given.properties.find((one) => one.name?.getText() === 'text')
  return text && ts.isPropertyAssignment(text) ? text.initializer : undefined
}

/** A text that stands in the source, whatever it was put together from. */
function textOf(node: ts.Expression | undefined, checker: ts.TypeChecker): string | undefined {
  if (!node) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(({ expression, literal }) => {
      const within = textOf(expression, checker)
      return within === undefined ? undefined : within + literal.text
    })
    return parts.includes(undefined) ? undefined : node.head.text + parts.join('')
  }
  if (ts.isIdentifier(node)) {
    const named = checker.getSymbolAtLocation(node)
    const symbol = named && named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named
    const declared = symbol?.valueDeclaration
    return declared && ts.isVariableDeclaration(declared) ? textOf(declared.initializer, checker) : undefined
  }
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return textOf(node.expression, checker)
  return undefined
}

/** Whether the call's answer is taken apart for its `rows`, and no schema reads them. */
function usesRows(call: ts.CallExpression): boolean {
  const within = ts.findAncestor(call, ts.isFunctionLike)
  if (within?.getText().includes('.parse(')) return false
  let node: ts.Node = call.parent
  while (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) node = node.parent
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'rows'
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.name.elements.some((one) => one.getText().startsWith('rows'))
  )
}
