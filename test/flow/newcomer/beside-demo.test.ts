import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { besideDemo, noteRunning, runningDemo } from '../../demo/running-demo.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { runCommand } from '../../running/rules-command.ts'
import { atEnd } from '../../setup/at-end.ts'

const world = aWorld({ facts: { domain: 'own.myshopify.com', handle: 'own' }, products: [aProduct({ id: 1 })] })
const folder = mkdtempSync(join(tmpdir(), 'beside-demo-'))
atEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))

it('rules that are given no settings work in the shop of a demo that runs, and say so', async () => {
  const running = await aSyncedShop('beside-demo', world)
  const { databaseUrl, shopPort } = running
  expect(runningDemo(folder)).toBeUndefined()
  const note = { databaseUrl, shopPort, appPort: 3000, logs: folder, shops: [world.facts.domain, 'other.myshopify.com'] }
  const forget = noteRunning(folder, { ...note, pid: process.pid })
  const file = join(folder, 'rules.yaml')
  const beside = besideDemo(runningDemo(folder)!, ['export', file])
  expect(beside.says).toBe('No DATABASE_URL is set: this is the demo’s shop, own.myshopify.com.')
  expect(await runCommand(beside.environment, ...beside.args)).toEqual({
    code: 0,
    said: `Wrote 0 rules of own.myshopify.com to ${file}.\n`,
  })
  expect(readFileSync(file, 'utf8')).toContain('own.myshopify.com')
  const other = besideDemo(runningDemo(folder)!, ['plan', file, '--shop', 'other.myshopify.com'])
  expect(await runCommand(other.environment, ...other.args)).toMatchObject({
    code: 2,
    said: expect.stringContaining('not installed in other'),
  })
  await forget()
  expect(runningDemo(folder)).toBeUndefined()
})

it('a demo that was killed does not run', () => {
  // No system gives out a number as high as this.
  noteRunning(folder, { pid: 2 ** 30, databaseUrl: 'x', shopPort: 1, appPort: 2, logs: folder, shops: ['own.myshopify.com'] })
  expect(runningDemo(folder)).toBeUndefined()
})
