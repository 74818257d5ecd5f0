import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import { close, listen } from '../../simulator/http-server.ts'
import { emptyPage } from './empty-page.ts'

const STYLES = createRequire(import.meta.url).resolve('@shopify/polaris/build/esm/styles.css')

/** Serves an empty page of Polaris in a frame, drawn, compressed and embedded as the app's own pages are. */
export async function serveEmpty(appBridge: string): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
    <title>Empty</title><script src="${appBridge}"></script><link rel="stylesheet" href="/styles.css"></head>
    <body><div id="page">${renderToString(emptyPage())}</div><script type="module" src="/script.js"></script></body></html>`
  const frame = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Frame</title>
    <iframe src="/app/empty" title="Empty" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe></html>`
  const files: Readonly<Record<string, { readonly type: string; readonly body: Uint8Array<ArrayBuffer> }>> = {
    '/': await file('text/html', frame),
    '/app/empty': await file('text/html', html),
    '/styles.css': await file('text/css', await readFile(STYLES, 'utf8')),
    '/script.js': await file('text/javascript', await bundle()),
  }
  const server = await listen(0, '127.0.0.1', (request) => {
    const found = files[new URL(request.url).pathname]
    if (!found) return Promise.resolve(new Response('Nothing', { status: 404 }))
    return Promise.resolve(
      new Response(found.body, { headers: { 'content-type': `${found.type}; charset=utf-8`, 'content-encoding': 'br' } }),
    )
  })
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, stop: () => close(server) }
}

const file = async (type: string, text: string) => ({ type, body: new Uint8Array(await promisify(brotliCompress)(text)) })

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rollupOptions: { input: 'test/bench/admin/empty-client.ts' } },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  return output.map((one) => (one.type === 'chunk' ? one.code : '')).join('')
}
