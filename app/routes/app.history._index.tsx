import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HistoryPage } from '#app/admin/history-page.tsx'
import { listPart } from '#app/admin/list-part.ts'
import { listedVersion } from '#app/admin/listed-version.ts'
import { countVersions, listVersions } from '#app/rules/versions.server.ts'
import { merchantOf } from './merchant.server.ts'
import { readPart } from './read-part.ts'

const PER_PART = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop, staff } = await merchantOf(request)
  const newest = await countVersions(id)
  const { part, parts, from } = listPart(newest, readPart(request.url).part, PER_PART)
  const versions = await listVersions(id, newest - from, PER_PART)
  return { versions: versions.map((version) => listedVersion(version, staff, newest)), part, parts, timezone: shop.timezone }
}

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />
}
