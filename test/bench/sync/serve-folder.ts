import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** Serves the files of a folder on a free port, as the storage behind an export's URL does. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const path = join(folder, /^\/([\w-]+\.jsonl)$/.exec(request.url ?? '')?.[1] ?? 'none')
    response.setHeader('content-length', statSync(path).size)
    createReadStream(path).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() }
}
