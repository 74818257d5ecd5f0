import { parseArgs } from 'node:util'

export interface DemoOptions {
  /** The local shop's port; the app takes the next one, PostgreSQL the one after. */
  readonly port: number
  /** Forget everything of earlier starts. */
  readonly fresh: boolean
  /** Open a browser when all is up. */
  readonly open: boolean
  /** Show what is changed in the sources without being started again. */
  readonly reload: boolean
}

const USAGE = 'npm run demo -- [--fresh] [--port N] [--no-open] [--reload]'

/** Reads the demo's arguments. Throws an Error of one line that says how it is called. */
export function readOptions(args: readonly string[]): DemoOptions {
  const values = parse(args)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1024 || port > 65_533)
    throw new Error(`--port takes a whole number from 1024 to 65533, not “${values.port}”.`)
  return { port, fresh: values.fresh, open: !values['no-open'], reload: values.reload }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4600' },
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        reload: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}. It is called so: ${USAGE}`)
  }
}
