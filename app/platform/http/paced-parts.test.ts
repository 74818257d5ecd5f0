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

it('waits for nothing at a body that comes whole, and long between the parts of one that comes in crumbs', async () => {
  const part = Buffer.alloc(1_000)
  const body = (framesForEach: number) => {
    const socket = { bytesRead: 0 }
    const parts = Readable.from(
      (function* () {
        for (let time = 0; time < 3; time += 1) {
          socket.bytesRead += part.byteLength * (1 + framesForEach)
          yield part
        }
      })(),
      { highWaterMark: 1 },
    )
    return Object.assign(parts, { socket })
  }
  const taken = { whole: 0, crumbs: 0 }
  const take = async (which: keyof typeof taken, framesForEach: number) => {
    for await (const one of pacedParts(body(framesForEach), 1e7)) taken[which] += one.byteLength
  }
  const crumbs = take('crumbs', 5)
  await take('whole', 0.05)
  expect(taken).toEqual({ whole: 3_000, crumbs: 1_000 })
  await crumbs
  expect(taken.crumbs).toBe(3_000)
})
