import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { startLocalPostgres } from './local-postgres.ts'

const place = mkdtempSync(join(tmpdir(), 'local-postgres-'))
const folder = join(place, 'postgres')
const isRoot = process.getuid?.() === 0

beforeAll(() => chmodSync(place, 0o755))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A program that starts PostgreSQL in the folder, says so, and stops it in order on Ctrl-C. */
async function startElsewhere(port: number): Promise<ChildProcess> {
  const program = `
    const { startLocalPostgres } = await import('./prisma/local-postgres.ts')
    const { stop } = await startLocalPostgres(${JSON.stringify({ folder, port })})
    process.on('SIGINT', async () => { await stop(); process.exit(0) })
    setInterval(() => {}, 1000)
    console.log('up')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  await once(child.stdout, 'data')
  return child
}

async function kept(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table if not exists visit (at timestamptz)')
  await client.query('insert into visit values (now())')
  const { rows } = await client.query<{ visits: number }>('select count(*)::int as visits from visit')
  await client.end()
  return rows[0]?.visits ?? 0
}

describe('the local PostgreSQL', () => {
  test('keeps its data from one start to the next', async () => {
    for (const visits of [1, 2]) {
      const { url, stop } = await startLocalPostgres({ folder, port: await freePort() })
      expect(await kept(url)).toBe(visits)
      await stop()
    }
  })

  test('starts again after the program that had started it was killed', async () => {
    const child = await startElsewhere(await freePort())
    child.kill('SIGKILL')
    const { url, stop } = await startLocalPostgres({ folder, port: await freePort() })
    expect(await kept(url)).toBe(3)
    await stop()
  })

  test('on Ctrl-C ends only when it is told to, and in order', async () => {
    const child = await startElsewhere(await freePort())
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
  })

  test('names a port that is taken', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    await expect(startLocalPostgres({ folder, port })).rejects.toThrow(`Port ${port}, meant for PostgreSQL, is taken.`)
    other.close()
  })

  test.runIf(isRoot)('names the folder that its user cannot enter', async () => {
    chmodSync(place, 0o700)
    await expect(startLocalPostgres({ folder: join(place, 'other'), port: await freePort() })).rejects.toThrow(`chmod o+x ${place}`)
    chmodSync(place, 0o755)
  })
})
