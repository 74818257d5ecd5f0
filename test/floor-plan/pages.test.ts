import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import routes from '#app/routes.ts'

/** The frame asks once and never again, what is around all pages never asks, and an address that leads to nothing has nothing to keep. */
const AROUND = ['app/pages/frame/route.tsx', 'app/pages/frame/pages-route.tsx', 'app/pages/frame/no-page-route.tsx']

interface Routed {
  readonly file: string
  readonly children?: readonly Routed[] | undefined
}

const filesIn = (list: readonly Routed[]): string[] => list.flatMap(({ file, children = [] }) => [`app/${file}`, ...filesIn(children)])
const frame = (routes as readonly Routed[]).find(({ file }) => file === 'pages/frame/route.tsx')!
/** Those in whose place the one error boundary stands. */
const bounded = new Set(
  frame.children!.filter(({ file }) => file === 'pages/frame/pages-route.tsx').flatMap(({ children }) => filesIn(children!)),
)

const files = globSync('app/pages/**/*route.{ts,tsx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const inner = files.filter(({ file }) => !AROUND.includes(file))
const pages = inner.filter(({ text }) => /^export default function/m.test(text))
const exportsIts = (text: string, what: string) => new RegExp(`^export (async function|const) ${what}\\b`, 'm').test(text)

/** What a merchant has before them outlives every request that fails: its route says what becomes of each. */
describe('a page whose requests fail stays', () => {
  it('all pages are looked at', () => expect(pages.length).toBeGreaterThan(15))

  it.each(files.filter(({ file }) => !AROUND.slice(0, 2).includes(file)))('$file has its error in the frame', ({ file, text }) => {
    expect(bounded).toContain(file)
    expect(text).not.toContain('ErrorBoundary')
  })

  it.each(pages)('$file cannot be read', ({ text }) => {
    if (exportsIts(text, 'loader')) expect(text).toContain('export const clientLoader = stayingLoader()')
  })

  it.each(pages.filter(({ text }) => exportsIts(text, 'action')))('$file cannot be sent to', ({ text }) => {
    expect(text).toContain(`export { stayingAction as clientAction } from '#app/kit/requests/stay.ts'`)
  })
})

it('what is around all pages says what stands in the place of one that does not come', () => {
  expect(readFileSync('app/pages/frame/pages-route.tsx', 'utf8')).toContain(`export { RouteError as ErrorBoundary }`)
})

it('pages and their pieces send by use-action, and are read again by use-polling', () => {
  const pieces = globSync('app/{pages,kit}/**/*.{ts,tsx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const filesWith = (what: RegExp) => pieces.filter(({ text }) => what.test(text)).map(({ file }) => file)
  expect(filesWith(/\buseSubmit\b|\bencType\b/)).toEqual(['app/kit/requests/use-action.ts'])
  expect(filesWith(/\bsetInterval\b/)).toEqual(['app/kit/requests/use-polling.ts'])
})
