import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawGuard } from './draw-guard.ts'
import type { GuardLine } from './guard-lines.ts'

const lines = readFileSync(join(import.meta.dirname, 'answered.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')

test('the local shop’s Liquid says of every guard what Shopify’s own said', async () => {
  const different: GuardLine[] = []
  let held = 0
  for (const line of lines) {
    const { holds, guard, ...visit } = JSON.parse(line) as GuardLine & { holds: boolean }
    held += Number(holds)
    if (((await drawGuard(guard, visit)) === '1') !== holds) different.push({ guard, ...visit })
  }
  expect(different).toEqual([])
  expect(lines.length).toBeGreaterThanOrEqual(500)
  expect(held).toBeGreaterThan(lines.length / 10)
})
