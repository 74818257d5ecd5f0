import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pagesBeside, SECTIONS } from './sections.ts'

it('has every page below the first of its section, where Shopify marks that one in the navigation', () => {
  for (const [first, ...others] of SECTIONS) for (const { path } of others) expect(path.startsWith(`${first.path}/`), path).toBe(true)
})

it('leads to pages that there are', () => {
  const routes = readFileSync('app/routes.ts', 'utf8')
  for (const { path } of SECTIONS.flat()) expect(routes).toContain(`route('${path.replace('/app/', '')}'`)
})

it('knows what stands beside a page', () => {
  expect(pagesBeside('/app/placements/').map(({ path }) => path)).toEqual([
    '/app/placements',
    '/app/placements/copy',
    '/app/placements/preview',
  ])
  expect(pagesBeside('/app/history')).toEqual([])
  expect(pagesBeside('/app/rules/some-rule')).toEqual([])
})
