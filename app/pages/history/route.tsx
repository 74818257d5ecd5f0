import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listedVersion } from '#app/kit/changes/listed-version.ts'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { listPart } from '#app/platform/list-part.ts'
import { countVersions, listVersions } from '#app/rules/versions/versions.server.ts'
import { HistoryPage } from './history-page.tsx'
import { livePage } from './live-page.server.ts'

export const clientLoader = stayingLoader()

const PER_PART = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, staff } = await merchantOf(request)
  const newest = await countVersions(id)
  const { part, parts, from } = listPart(newest, readPart(request.url).part, PER_PART)
  const [versions, pageUrl] = await Promise.all([listVersions(id, newest - from, PER_PART), livePage(id)])
  return {
    pageUrl,
    versions: versions.map((version) => listedVersion(version, staff, newest)),
    part,
    parts,
    timezone: shop.timezone,
  }
}

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />
}
