import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type pg from 'pg'

/** Acknowledged batches before a process is killed, at the least. */
const BATCHES = 20

/**
 * Kills, over and over, a process that stores batch after batch and says each that was acknowledged; what it did not say is told again by the
 * next. Throws where something that was acknowledged is not there, or something is there twice.
 */
export async function killWhileStoring(environment: Readonly<Record<string, string>>, database: pg.Client, kills: number) {
  let acknowledged = 0
  for (let kill = 0; kill < kills; kill += 1) acknowledged = await storeUntilKilled(environment, acknowledged)
  const { rows } = await database.query<{ stored: string; due: string; visitors: string }>(
    `SELECT count(*) AS stored, count(DISTINCT visitor) AS visitors,
            (SELECT count(*) FROM measure_due WHERE shop_id LIKE 'bench%') AS due FROM offered WHERE epoch = 2`,
  )
  const stored = Number(rows[0]!.stored)
  if (stored < acknowledged) throw new Error(`${acknowledged} exposures were acknowledged, ${stored} are there`)
  if (rows[0]!.due !== rows[0]!.visitors)
    throw new Error(`${rows[0]!.visitors} visitors came by something, ${rows[0]!.due} are to be counted`)
  return { acknowledged, stored }
}

async function storeUntilKilled(environment: Readonly<Record<string, string>>, from: number): Promise<number> {
  const child = spawn(process.execPath, ['test/bench/ledger/endless.ts', String(from)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = from
  let batches = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line)
    if ((batches += 1) === BATCHES) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return acknowledged
}
