import { expect, it } from 'vitest'
import { bodyParts } from './body-parts.server.ts'

/** Parts of ten bytes each, and how many of them were asked for. */
function aBody(parts: number) {
  const asked = { for: 0, isClosed: false }
  async function* body() {
    try {
      for (; asked.for < parts; asked.for += 1) yield new Uint8Array(10)
    } finally {
      asked.isClosed = true
    }
  }
  return { body: body(), asked }
}

it('gives every part in turn', async () => {
  let size = 0
  for await (const part of bodyParts(aBody(3).body, 100)) size += part.byteLength
  for await (const part of bodyParts(null, 100)) size += part.byteLength
  expect(size).toBe(30)
})

it.each([
  ['to its end', 8, 1_000, 8],
  ['no further than its patience', 1_000, 50, 6],
])('reads what nobody wants of a body %s', async (_, parts, patience, read) => {
  const { body, asked } = aBody(parts)
  for await (const part of bodyParts(body, patience)) {
    expect(part.byteLength).toBe(10)
    break
  }
  expect(asked).toEqual({ for: read, isClosed: true })
})
