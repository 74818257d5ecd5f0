import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { bodyParts } from '#app/platform/http/body-parts.server.ts'
import { pacedParts } from '#app/platform/http/paced-parts.server.ts'
import { BODY_IN_MEMORY, BODY_PAUSE, BODY_RATE, BODY_WITHIN } from './bounds.ts'

/** A request's body, all of it. */
export interface Body {
  readonly length: number
  readonly read: () => Readable
  /** Must be called once nobody reads it any more. */
  readonly drop: () => Promise<void>
}

export type Taken = { readonly kind: 'whole'; readonly body: Body } | { readonly kind: 'too-large' | 'too-slow' | 'gone' }

/**
 * Takes a body in before anybody works on it, so that a slow sender holds up nobody: small ones in memory, larger ones in a file.
 * Gives up beyond `most` bytes and where the sender pauses or takes too long.
 */
export async function takeBody(incoming: IncomingMessage, most: number): Promise<Taken> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return { kind: 'too-large' }
  const parts: Buffer[] = []
  let file: { readonly path: string; readonly handle: FileHandle } | undefined
  let length = 0
  let why: 'too-slow' | 'too-large' | undefined
  const giveUp = () => {
    why = 'too-slow'
    incoming.destroy()
  }
  const pause = setTimeout(giveUp, BODY_PAUSE)
  const all = setTimeout(giveUp, BODY_WITHIN)
  const drop = async () => {
    await file?.handle.close().catch(() => undefined)
    if (file) await rm(file.path, { force: true })
  }
  try {
    for await (const part of bodyParts(pacedParts(incoming, BODY_RATE), most)) {
      pause.refresh()
      length += part.byteLength
      if (length > most) {
        why = 'too-large'
        break
      }
      if (length <= BODY_IN_MEMORY) {
        parts.push(Buffer.from(part))
        continue
      }
      file ??= await openFile()
      for (const early of parts.splice(0)) await file.handle.write(early)
      await file.handle.write(part)
    }
  } catch {
    await drop()
    return { kind: why ?? 'gone' }
  } finally {
    clearTimeout(pause)
    clearTimeout(all)
  }
  if (why) {
    await drop()
    return { kind: why }
  }
  const { path } = file ?? {}
  return { kind: 'whole', body: { length, drop, read: () => (path ? createReadStream(path) : Readable.from([Buffer.concat(parts)])) } }
}

/** Readable by this user alone; gone with `drop`. */
async function openFile(): Promise<{ path: string; handle: FileHandle }> {
  const path = join(tmpdir(), `tandem-body-${randomUUID()}`)
  return { path, handle: await open(path, 'wx', 0o600) }
}
