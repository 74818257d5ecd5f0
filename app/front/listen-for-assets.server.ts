import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Request, type Response } from 'express'

/** Serves what was built, the same for everybody; whatever else is asked for goes on to `next`. */
export function listenForAssets() {
  const guarded = (outgoing: ServerResponse) => outgoing.setHeader('x-content-type-options', 'nosniff')
  const lasting = express.static('build/client/assets', { immutable: true, maxAge: '1y', setHeaders: guarded })
  const others = express.static('build/client', { maxAge: '1h', index: false, redirect: false, setHeaders: guarded })
  return (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void => {
    const isLasting = incoming.url?.startsWith('/assets/')
    if (isLasting) incoming.url = incoming.url!.slice('/assets'.length)
    const serve = isLasting ? lasting : others
    serve(incoming as Request, outgoing as Response, () => {
      if (isLasting) incoming.url = `/assets${incoming.url}`
      next()
    })
  }
}
