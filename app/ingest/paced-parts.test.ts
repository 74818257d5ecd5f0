import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pacedParts } from './paced-parts.server.ts'

it('gives what the stream gives, whole and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ minLength: 1, maxLength: 100 })), async (parts) => {
      const given: Buffer[] = []
      for await (const part of pacedParts(Readable.from(parts.map((part) => Buffer.from(part))), 1e9)) given.push(part)
      expect(Buffer.concat(given)).toEqual(Buffer.concat(parts))
    }),
  )
})

it('leaves the stream to whoever goes on with it', async () => {
  const stream = Readable.from(['first', 'second', 'third'].map((text) => Buffer.from(text)))
  for await (const part of pacedParts(stream, 1e9)) {
    expect(String(part)).toBe('first')
    break
  }
  expect(stream.destroyed).toBe(false)
  const rest: string[] = []
  for await (const part of stream) rest.push(String(part))
  expect(rest).toEqual(['second', 'third'])
})
