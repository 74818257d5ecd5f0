import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The frame asks once and never again, and an address that leads to nothing has nothing to keep. */
const OUTSIDE = ['app/pages/frame/route.tsx', 'app/pages/frame/no-page-route.tsx']

const routes = globSync('app/pages/**/*route.{ts,tsx}')
  .filter((file) => !OUTSIDE.includes(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const pages = routes.filter(({ text }) => /^export default function/m.test(text))
const exportsIts = (text: string, what: string) => new RegExp(`^export (async function|const) ${what}\\b`, 'm').test(text)

/** What a merchant has before them outlives every request that fails: its route says what becomes of each. */
describe('a page whose requests fail stays', () => {
  it('all pages are looked at', () => expect(pages.length).toBeGreaterThan(15))

  it.each(pages)('$file cannot be read', ({ text }) => {
    expect(text).toContain(`export { RouteError as ErrorBoundary } from '#app/kit/route-error.tsx'`)
    if (exportsIts(text, 'loader')) expect(text).toContain('export const clientLoader = stayingLoader()')
  })

  it.each(pages.filter(({ text }) => exportsIts(text, 'action')))('$file cannot be sent to', ({ text }) => {
    expect(text).toContain(`export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'`)
  })
})
