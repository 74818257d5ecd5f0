import { createRequire } from 'node:module'
import { globSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IConfiguration } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cruise, type Violation } from './cruise.ts'
import { plant } from './plant.ts'
import { allowed, plants, purePackages } from './plants.ts'

const roots = ['app', 'extensions', 'test', 'prisma', 'server.ts']

test('the house keeps to its floor plan', () => {
  expect(cruise('.', [...roots, 'worker.ts'])).toEqual([])
})

test.each(purePackages)('%s is on the list of pure packages because a pure file imports it', (name) => {
  const importing = new RegExp(`from '${name.replaceAll('.', '\\.')}['/]`)
  const pureFiles = globSync('app/**/*.ts', { exclude: ['**/*.server.ts', '**/*.test.ts'] })
  expect(pureFiles.some((path) => importing.test(readFileSync(path, 'utf8')))).toBe(true)
})

describe('a tree with a breach of every rule', () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'floor-plan-')))
  let found: Violation[] = []

  beforeAll(() => {
    plant(tree, [...plants, ...allowed])
    found = cruise(tree, roots)
  })
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  test.each(plants)('$rule: $from may not import $to', ({ rule, from }) => {
    expect(found.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(rule)
  })

  test.each(allowed)('$from may import $to', ({ from }) => {
    expect(found.filter((violation) => violation.from === from)).toEqual([])
  })

  test('no rule is without a breach', () => {
    const { forbidden } = createRequire(import.meta.url)('../../floor-plan.cjs') as IConfiguration
    const breached = new Set(plants.map(({ rule }) => rule))
    expect(forbidden?.map(({ name }) => name).filter((name) => !breached.has(name ?? ''))).toEqual([])
  })
})
