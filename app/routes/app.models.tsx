import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ModelsPage } from '#app/admin/models-page.tsx'
import { loadReport } from '#app/models/load-report.server.ts'
import { merchantOf } from './merchant.server.ts'

export { RouteError as ErrorBoundary } from '#app/admin/route-error.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  return { model: (await loadReport(id)) ?? null }
}

export default function Models() {
  return <ModelsPage {...useLoaderData<typeof loader>()} />
}
