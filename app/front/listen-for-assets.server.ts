import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Request, type Response } from 'express'
import { compressedAssets } from './compressed-assets.server.ts'

const LASTING = 'build/client/assets'

/** Serves what was built, the same for everybody, compressed for whom that is well; whatever else is asked for goes on to `next`. */
export function listenForAssets() {
  const guarded = (outgoing: ServerResponse) => outgoing.setHeader('x-content-type-options', 'nosniff')
  const lasting = express.static(LASTING, { immutable: true, maxAge: '1y', setHeaders: guarded })
  const others = express.static('build/client', { maxAge: '1h', index: false, redirect: false, setHeaders: guarded })
  const compressed = compressedAssets(LASTING)
  return (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void => {
    const { url } = incoming
    const name = url?.startsWith('/assets/') ? url.slice('/assets/'.length).split('?')[0]! : undefined
    if (name === undefined) return others(incoming as Request, outgoing as Response, next)
    if (compressed.isRepresentation(name)) return next()
    incoming.url = `/${compressed.take(name, incoming, outgoing) ?? name}`
    lasting(incoming as Request, outgoing as Response, () => {
      incoming.url = url
      next()
    })
  }
}
