import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { readPart } from '#app/kit/door/read-part.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { listPart } from '#app/platform/list-part.ts'
import { readOtherDiscounts } from '#app/publish/deals/discount-store.server.ts'
import { lintShop } from '#app/rules/lint/lint-shop.ts'
import { loadLinted } from '#app/slots/load-linted.server.ts'
import { viewFinding } from '#app/wording/finding-view.ts'
import { FindingsPage } from './findings-page.tsx'

export const clientLoader = stayingLoader()

const PER_PART = 25

/** What is found in the rules that the merchant works on, as they are now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { id, words } = await merchantOf(request)
  const { catalog, linted } = await loadLinted(id, new Date(), await readOtherDiscounts(id))
  const found = lintShop(linted)
  const urgentFirst = [...found.filter(({ severity }) => severity === 'warning'), ...found.filter(({ severity }) => severity === 'hint')]
  const { part, parts, from, to } = listPart(found.length, readPart(request.url).part, PER_PART)
  return {
    findings: urgentFirst.slice(from, to).map((finding) => viewFinding(finding, linted.rules, catalog, words)),
    part,
    parts,
    hasRules: linted.rules.length > 0,
  }
}

export default function Findings() {
  return <FindingsPage {...useLoaderData<typeof loader>()} />
}
