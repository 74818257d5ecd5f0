import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Garbled } from './broken-line.ts'
import { cutLines, TOO_LONG } from './cut-lines.ts'

/** The lines of a text that comes in parts of these sizes, over and over. */
function linesOf(text: string, sizes: readonly number[], longest: number) {
  const lines = cutLines(longest)
  const cut: (string | Garbled)[] = []
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length]!
    cut.push(...lines.take(text.slice(at, at + size)))
    at += size
  }
  return [...cut, lines.last()]
}

test('a text is cut into its lines whatever parts it comes in, and of one beyond the bound the ends alone are left', () => {
  const anyLine = fc
    .oneof(fc.string({ maxLength: 20 }), fc.string({ minLength: 30, maxLength: 90 }))
    .map((line) => line.replaceAll('\n', ' '))
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1 }), (lines, sizes) => {
      const cut = linesOf(lines.join('\n'), sizes, 25)
      expect(cut.map((line) => (typeof line === 'string' ? line : line.why))).toEqual(
        lines.map((line) => (line.length > 25 ? TOO_LONG : line)),
      )
    }),
  )
})

test('its ends are the first and the last of it', () => {
  const line = `{"id":"first",${'x'.repeat(100_000)},"__parentId":"last"}`
  for (const size of [1, 7, 4_096, 1_000_000]) {
    const [long, next] = linesOf(`${line}\n{}`, [size], 10_000)
    expect(long).toBeInstanceOf(Garbled)
    expect((long as Garbled).text).toMatch(/^\{"id":"first",x+ x+,"__parentId":"last"\}$/)
    expect((long as Garbled).text.length).toBeLessThan(5_000)
    expect(next).toBe('{}')
  }
})
