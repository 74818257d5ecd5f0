import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dropUnfinished, keepWhole, readWhole } from './keep-whole.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

it('keeps what was put there last, and nothing else beside it', async () => {
  expect(await readWhole(at('one'))).toBeUndefined()
  for (const text of ['first', 'second']) await keepWhole(at('one'), Buffer.from(text))
  expect(String(await readWhole(at('one')))).toBe('second')
  expect(readdirSync(folder)).toEqual(['one'])
})

it('leaves nothing of its own where it cannot finish', async () => {
  mkdirSync(at('taken'))
  await expect(keepWhole(at('taken'), Buffer.from('x'))).rejects.toThrow('EISDIR')
  expect(readdirSync(folder)).toEqual(['one', 'taken'])
})

it('takes a file that is written by several at once from one of them, whole', async () => {
  const texts = Array.from({ length: 8 }, (_, nth) => String(nth).repeat(100_000))
  await Promise.all(texts.map((text) => keepWhole(at('shared'), Buffer.from(text))))
  expect(texts).toContain(String(await readWhole(at('shared'))))
})

it('leaves nothing behind of a process that was killed while it wrote, and leaves a living one alone', async () => {
  const [old, young] = ['old.unfinished', 'young.unfinished'] as const
  for (const name of [old, young]) writeFileSync(at(name), 'half')
  utimesSync(at(old), new Date(1_000), new Date(1_000))
  await dropUnfinished(folder, 2_000)
  expect(readdirSync(folder).filter((name) => name.endsWith('.unfinished'))).toEqual([young])
})
