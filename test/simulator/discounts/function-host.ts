import { createContext, Script } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import {
  buildClientSchema,
  coerceInputValue,
  execute,
  isInputType,
  Kind,
  parse,
  validate,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import { readSchemaFile } from '../admin/fetch-schema.ts'

/** A function as it was deployed. */
export interface FunctionSource {
  readonly handle: string
  readonly title: string
  /** A script that leaves an object of that name behind, and which of its functions is called. */
  readonly code: string
  readonly name: string
  readonly call: string
  readonly inputQuery: string
}

export interface FunctionRun {
  readonly input: string
  readonly inputBytes: number
  readonly outputBytes: number
  /** Undefined where Shopify would have taken nothing of it, in words why. */
  readonly output?: FunctionOutput
  readonly error?: string
}

export interface FunctionOutput {
  readonly operations: readonly { readonly productDiscountsAdd?: ProductDiscountsAdd }[]
}

export interface ProductDiscountsAdd {
  readonly candidates: readonly {
    readonly message?: string | null
    readonly targets: readonly { readonly cartLine: { readonly id: string; readonly quantity?: number | null } }[]
    readonly value: {
      readonly fixedAmount?: { readonly amount: string; readonly appliesToEachItem?: boolean }
      readonly percentage?: { readonly value: string | number }
    }
  }[]
  readonly selectionStrategy: 'ALL' | 'FIRST' | 'MAXIMUM'
}

export interface DeployedFunction {
  readonly handle: string
  readonly title: string
  /** What `$app` stands for. */
  readonly appNamespace: string
  /** Given the root of what its query asks, as nested objects whose functions take a field's arguments. */
  run(source: object): FunctionRun
}

/** Shopify's limits, for carts of up to 200 lines. */
export const LIMITS = { queryBytes: 3_000, queryCost: 30, inputBytes: 128_000, outputBytes: 20_000, metafieldBytes: 10_000 } as const

const INTROSPECTION = 'functions_discount_2026-07.json.gz'

const unzipped = (file: Buffer): IntrospectionQuery =>
  (JSON.parse(gunzipSync(file).toString('utf8')) as { readonly data: IntrospectionQuery }).data

export async function readFunctionIntrospection(folder: string): Promise<IntrospectionQuery> {
  return unzipped(await readSchemaFile(folder, INTROSPECTION))
}

/** The same once it runs: most shops have no discount of ours, and schema and query are made ready for those that have. */
export async function deployLater(source: FunctionSource, schemaFolder: string, appNamespace: string): Promise<DeployedFunction> {
  const file = await readSchemaFile(schemaFolder, INTROSPECTION)
  let deployed: DeployedFunction | undefined
  return {
    handle: source.handle,
    title: source.title,
    appNamespace,
    run: (root) => (deployed ??= deployFunction(source, buildClientSchema(unzipped(file), { assumeValid: true }), appNamespace)).run(root),
  }
}

export async function readFunctionSchema(folder: string): Promise<GraphQLSchema> {
  return buildClientSchema(await readFunctionIntrospection(folder), { assumeValid: true })
}

/** Deploys a function. Throws, as Shopify refuses a version, where its query is none of the schema's, too long or too dear. */
export function deployFunction(source: FunctionSource, schema: GraphQLSchema, appNamespace: string): DeployedFunction {
  const query = parse(source.inputQuery)
  const [fault] = validate(schema, query)
  if (fault) throw new Error(`${source.handle}: ${fault.message}`)
  const bytes = Buffer.byteLength(source.inputQuery)
  if (bytes > LIMITS.queryBytes) throw new Error(`${source.handle}: its query has ${bytes} bytes, more than ${LIMITS.queryBytes}`)
  const cost = costOf(query)
  if (cost > LIMITS.queryCost) throw new Error(`${source.handle}: its query costs ${cost}, more than ${LIMITS.queryCost}`)
  const script = new Script(`${source.code}\n;JSON.stringify(${source.name}.${source.call}(JSON.parse(input)))`)
  return {
    handle: source.handle,
    title: source.title,
    appNamespace,
    run(root) {
      const { data, errors } = execute({ schema, document: query, rootValue: root }) as ExecutionResult
      if (errors) throw new Error(`${source.handle}: ${errors[0]!.message}`)
      const input = JSON.stringify(data)
      const inputBytes = Buffer.byteLength(input)
      if (inputBytes > LIMITS.inputBytes) return { input, inputBytes, outputBytes: 0, error: 'InputTooLarge' }
      return { input, inputBytes, ...outcomeOf(() => script.runInContext(createContext({ input })) as string, schema) }
    },
  }
}

function outcomeOf(call: () => string, schema: GraphQLSchema): Pick<FunctionRun, 'outputBytes' | 'output' | 'error'> {
  let written: string
  try {
    written = call()
  } catch (error) {
    return { outputBytes: 0, error: `RuntimeError: ${(error as Error).message}` }
  }
  const outputBytes = Buffer.byteLength(written)
  if (outputBytes > LIMITS.outputBytes) return { outputBytes, error: 'OutputTooLarge' }
  const type = schema.getType('CartLinesDiscountsGenerateRunResult')
  if (!isInputType(type)) throw new Error('The schema knows no result of the function')
  const faults: string[] = []
  const output = coerceInputValue(JSON.parse(written), type, (path, _value, { message }) => faults.push(`${path.join('.')}: ${message}`))
  return faults.length > 0 ? { outputBytes, error: `InvalidOutput: ${faults[0]}` } : { outputBytes, output: output as FunctionOutput }
}

/** What Shopify counts: three for a metafield and nothing for what is asked of it, nothing for a type's name, one for any other leaf. */
export function costOf(query: DocumentNode): number {
  let cost = 0
  visit(query, {
    Field(field) {
      if (field.name.value === 'metafield') {
        cost += 3
        return false
      }
      const isLeaf = !field.selectionSet
      if (isLeaf && field.name.value !== '__typename') cost += 1
      return undefined
    },
    FragmentDefinition: () => undefined,
  })
  return query.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION) ? cost : Number.POSITIVE_INFINITY
}
