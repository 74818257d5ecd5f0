import type { ActionFunctionArgs } from '@remix-run/node'
import { loadCatalog } from '#app/catalog/load-catalog.server.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'
import { bodyParts } from '#app/platform/http/body-parts.server.ts'
import { MOST_BYTES } from '#app/rules/import/bounds.ts'
import { DELIMITERS } from '#app/rules/import/cells-of.ts'
import type { RowFate } from '#app/rules/import/collect-pairings.ts'
import { decodeText } from '#app/rules/import/decode-text.server.ts'
import { draftsOf } from '#app/rules/import/draft-pairing.ts'
import { readPairings } from '#app/rules/import/read-pairings.ts'
import { readWorkingSet } from '#app/rules/versions/working-set.server.ts'
import { readChosen, readDelimiter } from './chosen-query.ts'
import type { CsvAnswer } from './csv-answer.tsx'
import { viewImport } from './import-view.ts'
import { makeDrafts } from './make-drafts-of.server.ts'

export const loader = noSuchPage

/** Rows of which something was left out that are named one by one. */
const MOST_TOLD = 50

/**
 * Tells what the CSV file in the body would become, row by row as it arrives; with `?make`, makes drafts of it. The query may say
 * what its columns hold.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { id, words } = await merchantOf(request)
  if (!/^text\/csv\b/i.test(request.headers.get('content-type') ?? '')) throw new Response('This is no CSV file', { status: 415 })
  const now = new Date()
  const query = new URL(request.url).searchParams
  const catalog = await loadCatalog(id, now.getTime())
  const told: RowFate[] = []
  const tell = (fate: RowFate) => void (fate.left.length > 0 && told.length < MOST_TOLD && told.push(fate))
  const delimiter = readDelimiter(query)
  const text = decodeText(upTo(MOST_BYTES, request.body))
  const read = await readPairings(text, catalog, tell, readChosen(query), delimiter && DELIMITERS[delimiter])
  if (read.kind !== 'read') return answer(read)
  const drafts = draftsOf(read.pairings, 'csv', catalog, words.say)
  if (query.has('make')) return answer(await makeDrafts(id, 'csv', drafts, now))
  const { understood, first, rows, bare, left, pairings } = read
  return answer({
    kind: 'read',
    understood,
    first,
    rows,
    bare,
    left,
    told,
    view: viewImport(pairings, drafts, (await readWorkingSet(id)).rules, catalog),
  })
}

const answer = (says: CsvAnswer): Response => Response.json(says)

/** The body as it arrives; a Response is thrown where it is larger. */
async function* upTo(most: number, body: AsyncIterable<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  let size = 0
  // What is read away of a file that cannot be read is as much again.
  for await (const part of bodyParts(body, most)) {
    size += part.byteLength
    if (size > most) throw new Response('The file is too large', { status: 413 })
    yield part
  }
}
