import { IncompleteEnvironment } from '#app/platform/incomplete-environment.ts'

/** What PostgreSQL says of a connection or a database that is not as it should be, by its codes' beginnings. */
const OF_DATABASE: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^3D000$/, ' DATABASE_URL names it.'],
  [/^28/, ' DATABASE_URL says who asks.'],
  [/^(42P01|42703|3F000)$/, ' Bring the database up to date: node app/commands/migrate.ts.'],
  [/^(53|57P|08|42501)/, ''],
]

/**
 * What to tell somebody whose command cannot do its work by a mistake that they can mend: settings, a file, a database that cannot
 * be had. Undefined for anything else: that is our fault, and keeps its trace.
 */
export function sayMistake(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof IncompleteEnvironment) return error.line
  if (error instanceof AggregateError) return sayMistake(error.errors[0])
  const { code = '', syscall } = error as Error & { readonly code?: string; readonly syscall?: string }
  if (syscall === 'connect' || syscall === 'getaddrinfo')
    return `The database cannot be reached (${error.message}). DATABASE_URL says where it is.`
  if (syscall !== undefined) return error.message
  const [, advice] = OF_DATABASE.find(([sign]) => sign.test(code)) ?? []
  if (advice !== undefined) return `The database refuses: ${error.message}.${advice}`
  return /^Connection terminated|SSL connections/.test(error.message) ? `The database cannot be reached: ${error.message}.` : undefined
}
