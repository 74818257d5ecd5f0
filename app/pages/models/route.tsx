import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { loadReport } from '#app/models/snapshot/load-report.server.ts'
import { ModelsPage } from './models-page.tsx'

export const clientLoader = stayingLoader()

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  return { model: (await loadReport(id)) ?? null }
}

export default function Models() {
  return <ModelsPage {...useLoaderData<typeof loader>()} />
}
