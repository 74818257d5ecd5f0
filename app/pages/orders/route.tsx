import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { merchantOf } from '#app/kit/door/merchant.server.ts'
import { stayingLoader } from '#app/kit/requests/stay.ts'
import { loadStory } from './load-story.server.ts'
import { StoryPage } from './story-page.tsx'

export const clientLoader = stayingLoader()

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id } = await merchantOf(request)
  return { story: await loadStory(id, params['id'] ?? '') }
}

export default function OrderStory() {
  return <StoryPage {...useLoaderData<typeof loader>()} />
}
