import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Garbled } from './broken-line.ts'
import { FileGone } from './download.server.ts'
import { readJsonl } from './read-jsonl.server.ts'

let server: Server | undefined
afterEach(() => server?.close())

const rows = Array.from({ length: 500 }, (_, id) => ({ id, title: `Größe ${id} 💡` }))
const file = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

/** A storage that answers each request in turn as told: with so many bytes before the line breaks, or with a status. */
async function storage(turns: readonly (number | { readonly status: number })[], { ranges = true } = {}) {
  const asked: (string | undefined)[] = []
  server = createServer((request, response) => {
    const turn = turns[asked.length] ?? file.length
    asked.push(request.headers.range)
    if (typeof turn === 'object') return void response.writeHead(turn.status).end()
    const from = ranges ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': file.length - from })
    response.write(file.subarray(from, from + turn), () => (from + turn >= file.length ? response.end() : response.destroy()))
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.jsonl`, asked }
}

async function readAll(url: string, size: number | null = file.length, signal = new AbortController().signal): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const batch of readJsonl({ url, size }, 64, signal)) {
    expect(batch.length).toBeLessThanOrEqual(64)
    all.push(...batch)
  }
  return all
}

test('a file whose line breaks is taken up where it ended, in the middle of a letter if need be', async () => {
  const { url, asked } = await storage([1_001, { status: 503 }, 2_003, 1])
  expect(await readAll(url)).toEqual(rows)
  expect(asked.slice(0, 3)).toEqual([undefined, 'bytes=1001-', 'bytes=1001-'])
})

test('a storage that knows no ranges gives what was read again, and it is passed over', async () => {
  const { url } = await storage([5_000, 9_000], { ranges: false })
  expect(await readAll(url)).toEqual(rows)
})

test('a file that is gone is told from one that cannot be had now', async () => {
  const { url } = await storage([{ status: 404 }])
  await expect(readAll(url)).rejects.toThrow(FileGone)
})

test('a file that never comes is given up', async () => {
  const { url } = await storage(Array.from({ length: 20 }, () => ({ status: 500 })))
  await expect(readAll(url)).rejects.toThrow(/answered 500/)
})

test('a line that is no JSON comes as it is, and hides no other', async () => {
  const text = '{"id":1}\n{"id":2,\n\n{"id":3}'
  const data = `data:application/jsonl,${encodeURIComponent(text)}`
  expect(await readAll(data, null)).toEqual([{ id: 1 }, new Garbled('{"id":2,'), { id: 3 }])
})

test('whoever stops it, stops it', async () => {
  const { url } = await storage([{ status: 500 }, { status: 500 }])
  await expect(readAll(url, null, AbortSignal.timeout(100))).rejects.toThrow(/abort|timeout/i)
})
