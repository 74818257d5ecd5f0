import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync(['{app,extensions,prisma,test}/**/*.{ts,tsx,js,liquid}', '*.{ts,mjs,cjs,js}'], {
  exclude: ['app/generated/**', '**/node_modules/**', '**/dist/**'],
})
const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'misc', 'common', 'shared', 'types', 'lib', 'index'])

/** Pure data may run on: a list of goods is as long as the shop. */
const pureData = /^test\/simulator\/world\//

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50)
})

test('no file is longer than 200 lines', () => {
  const long = files
    .filter((path) => !pureData.test(path))
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 200)
  expect(long).toEqual([])
})

test('no folder holds more than 40 files: then it has rooms inside that want names', () => {
  const folders = Map.groupBy(files, (path) => path.slice(0, path.lastIndexOf('/') + 1))
  expect([...folders].filter(([, inside]) => inside.length > 40).map(([folder]) => folder)).toEqual([])
})

test('nothing lies loose in app but the framework’s frame', () => {
  expect(files.filter((path) => /^app\/[^/]+$/.test(path)).toSorted()).toEqual(['app/entry.server.tsx', 'app/root.tsx', 'app/routes.ts'])
})

test('nothing is named for a drawer instead of what it does', () => {
  const named = files.filter((path) => path.split('/').some((part) => drawers.has(basename(part).replace(/(\.server)?\.[a-z]+$/, ''))))
  // Shopify's CLI looks for a pixel under no other name.
  const isShopifys = (path: string) => path === 'extensions/behavior-pixel/src/index.ts'
  expect(named.filter((path) => !isShopifys(path))).toEqual([])
})

test('no barrel: no file only passes on what others export', () => {
  const barrels = files.filter((path) => {
    const statements = readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      .trim()
      .split('\n')
    return statements.length > 1 && statements.every((line) => /^export .* from '.*'$/.test(line.trim()))
  })
  expect(barrels).toEqual([])
})
