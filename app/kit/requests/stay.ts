import type { ClientActionFunctionArgs, ClientLoaderFunctionArgs } from '@remix-run/react'
import { noteConnection } from './connection.ts'
import { whyUnanswered } from './why-unanswered.ts'

/**
 * A page's `clientLoader`: where the page stands already and cannot be read again, it stays as it was, and the frame around it says
 * so and tries again. The frame itself stays around whatever page is on its way. A page that is only on its way comes to nothing: its error boundary says that.
 */
export function stayingLoader(of: 'page' | 'frame' = 'page') {
  let last: { readonly path: string; readonly data: unknown } | undefined
  const load = async ({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> => {
    const path = new URL(request.url).pathname
    try {
      last = { path, data: await serverLoader() }
      noteConnection({ unread: undefined })
    } catch (error) {
      if (!last || (of === 'page' && (last.path !== path || location.pathname !== path))) throw error
      noteConnection({ unread: whyUnanswered(error, request) })
    }
    return last.data
  }
  // What the page came with is the first that it shows again.
  return Object.assign(load, { hydrate: true as const })
}

/** A `clientLoader` of a part of a page: null where no answer came. */
export async function answerOrNull({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> {
  try {
    return await serverLoader()
  } catch (error) {
    whyUnanswered(error, request)
    return null
  }
}

/** A page's `clientAction`: null where no answer came. The page and all that is typed stay. */
export async function stayingAction({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    const answer = await serverAction()
    noteConnection({ unsent: undefined })
    return answer
  } catch (error) {
    noteConnection({ unsent: { why: whyUnanswered(error, request) } })
    return null
  }
}
