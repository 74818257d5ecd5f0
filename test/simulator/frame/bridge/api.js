const idToken = () => ask('idToken')

const plainFetch = window.fetch.bind(window)

/** Requests to the app's own server carry a session token; one that is refused as stale is repeated once with a new one. */
window.fetch = async (input, init) => {
  const request = new Request(input, init)
  if (new URL(request.url).origin !== location.origin || request.headers.has('authorization')) return plainFetch(request)
  const send = async () => {
    const copy = request.clone()
    const headers = new Headers(copy.headers)
    headers.set('authorization', `Bearer ${await idToken()}`)
    headers.set('x-requested-with', 'XMLHttpRequest')
    return plainFetch(new Request(copy, { headers }))
  }
  const response = await send()
  return response.status === 401 && response.headers.has('x-shopify-retry-invalid-session-request') ? send() : response
}

let lastToast = 0
/** @type {Map<string, () => void>} What the button on a toast does. */
const toastActions = new Map()
heard['toastAction'] = ({ id }) => toastActions.get(id)?.()
const element = (/** @type {string} */ id) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`No element with the id ${id}`)
  return /** @type {HTMLElement & { show(): Promise<void>, hide(): Promise<void>, toggle(): Promise<void> }} */ (found)
}
const shownById = {
  show: async (/** @type {string} */ id) => element(id).show(),
  hide: async (/** @type {string} */ id) => element(id).hide(),
  toggle: async (/** @type {string} */ id) => element(id).toggle(),
}

Object.assign(window, {
  shopify: {
    config: {
      // Pages of Shopify's libraries tell it beside the script, too.
      apiKey: document.querySelector('meta[name="shopify-api-key"]')?.getAttribute('content'),
      shop: kept('shop'),
      host: kept('host'),
      locale: kept('locale') ?? 'en',
    },
    origin: frameOrigin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: window.parent !== window, pos: false },
    idToken,
    user: async () => ({ accountAccess: 'Full access', userId: 1 }),
    toast: {
      show(
        /** @type {string} */ message,
        /** @type {{ duration?: number, isError?: boolean, action?: string, onAction?: () => void }} */
        { duration = 5000, isError = false, action, onAction = () => {} } = {},
      ) {
        const id = `toast-${++lastToast}`
        toastActions.set(id, onAction)
        tell('toast', { id, message: String(message), duration, isError, action })
        return id
      },
      hide: (/** @type {string} */ id) => tell('hideToast', { id }),
    },
    loading: (/** @type {boolean | undefined} */ isLoading) => tell('loading', { isLoading: isLoading ?? true }),
    saveBar: {
      ...shownById,
      // Resolves where there is no bar or the merchant leaves; for who stays it never does.
      leaveConfirmation: async () => {
        if (!(await ask('leaveConfirmation'))) await new Promise(() => {})
      },
    },
    modal: shownById,
    app: { extensions: () => ask('extensions') },
    scopes: {
      query: () => ask('scopes'),
      request: (/** @type {string[]} */ scopes) => ask('requestScopes', { scopes }),
      revoke: (/** @type {string[]} */ scopes) => ask('revokeScopes', { scopes }),
    },
    async resourcePicker(/** @type {object} */ options) {
      const picked = /** @type {unknown[] | null} */ (await ask('resourcePicker', options))
      return picked === null ? undefined : Object.assign(picked, { selection: picked })
    },
  },
})

// The page that Shopify's libraries answer with when they lack a session token: it only fetches one and goes on.
const reload = parameters.get('shopify-reload')
if (reload !== null) {
  const target = new URL(reload, location.origin)
  void idToken().then((token) => {
    target.searchParams.set('id_token', String(token))
    location.replace(target)
  })
}
