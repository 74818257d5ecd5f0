import { DOMRemoteReceiver } from '@remote-dom/core/receivers'
import { defineElements } from './elements.ts'
import { privacyOf } from '../privacy-of.ts'
import type { DrawnPage, FromWorker, PageState, ToWorker } from './page-message.ts'

interface Changed {
  readonly result: { readonly type: string }
  readonly state: PageState
  /** The summary drawn anew. */
  readonly summary: string
}
interface StateLine {
  readonly id: string
}

const page = JSON.parse(document.querySelector('#ui-page')!.textContent) as DrawnPage
let { state } = page
const running = new Map<HTMLElement, Worker>()
const platform = globalThis as { readonly Shopify?: { readonly analytics?: { publish(name: string, data: object): boolean } } }

async function post(address: string | undefined, body: string): Promise<unknown> {
  if (address === undefined) throw new Error('Nobody here answers that')
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

/** Asks the app's server as whoever looks at the page. Whether it may be read here, the browser asks the app as it does on Shopify's domain. */
async function askApp(address: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string }> {
  const { app } = page.urls
  if (!app) throw new Error(`No network access: ${address}`)
  const token = await (await fetch(app.token)).text()
  const answer = await fetch(new URL(address, app.url), { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } })
  return { status: answer.status, text: await answer.text() }
}

const methods: Record<Extract<FromWorker, { kind: 'call' }>['method'], (...args: never[]) => Promise<unknown>> = {
  query: (query: string, { variables = {} }: { variables?: object } = {}) =>
    post(page.urls.storefront, JSON.stringify({ query, variables })),
  customer: (body: string) => post(page.urls.customer, body),
  app: askApp,
  publish: (name: string, data: object) => Promise.resolve(platform.Shopify?.analytics?.publish(name, data) ?? false),
  async applyCartLinesChange(change: object) {
    const changed = (await post(page.urls.lines, JSON.stringify(change))) as Changed
    if (changed.result.type === 'success') renew(changed)
    return changed.result
  },
}

function renew(changed: Changed): void {
  ;({ state } = changed)
  document.querySelector('.checkout__summary')!.innerHTML = changed.summary
  for (const [room, worker] of running) {
    if (!room.isConnected) {
      worker.terminate()
      running.delete(room)
      continue
    }
    for (const [path, value] of Object.entries(state.signals)) tell(worker, { kind: 'signal', path, value })
  }
  start()
}

const tell = (worker: Worker, message: ToWorker) => worker.postMessage(message)

function start(): void {
  for (const room of document.querySelectorAll<HTMLElement>('.ui-block')) if (!running.has(room)) run(room)
}

function run(room: HTMLElement): void {
  const block = page.blocks[room.dataset['block'] ?? '']!
  const worker = new Worker(page.urls.worker)
  running.set(room, worker)
  const receiver = new DOMRemoteReceiver()
  receiver.connect(room)
  const fail = (why: string) => {
    room.replaceChildren()
    worker.terminate()
    console.error(`A block failed: ${room.dataset['block']}: ${why}`)
  }
  worker.onerror = ({ message }) => fail(message)
  worker.onmessage = ({ data }: { readonly data: FromWorker }) => {
    switch (data.kind) {
      case 'mutate':
        return receiver.connection.mutate(heard(data.records, worker) as never)
      case 'failed':
        return fail(data.why)
      case 'call': {
        const answer = methods[data.method] as (...args: readonly unknown[]) => Promise<unknown>
        return void answer(...data.args).then(
          (value) => tell(worker, { kind: 'answer', call: data.call, value }),
          (error: Error) => tell(worker, { kind: 'answer', call: data.call, value: undefined, error: error.message }),
        )
      }
      default:
        return data satisfies never
    }
  }
  const { appMetafields, ...known } = state.signals
  const line = (state.signals['lines'] as readonly StateLine[] | undefined)?.find(({ id }) => id === room.dataset['line'])
  const signals = { ...known, appMetafields: [], settings: block.settings, ...(line && { target: line }) }
  const { locale, words, now } = page
  const { target, src, mayUseNetwork } = block
  tell(worker, { kind: 'boot', boot: { target, src, mayUseNetwork, signals, plain: state.plain, locale, words, now } })
  // As on Shopify, they come after the first drawing.
  tell(worker, { kind: 'signal', path: 'appMetafields', value: appMetafields ?? [] })
}

/** Numbers become functions again, which send what happened back. */
function heard(value: unknown, worker: Worker): unknown {
  if (Array.isArray(value)) return value.map((one) => heard(one, worker))
  if (typeof value !== 'object' || value === null) return value
  if ('listener' in value) {
    const listener = value.listener as number
    // Of what happened its `detail` comes here: a field tells its value by it.
    return (detail: { value?: unknown } | number) =>
      tell(worker, { kind: 'event', listener, value: typeof detail === 'object' ? detail?.value : null })
  }
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, heard(of, worker)]))
}

// What a shopper says of being remembered, blocks hear at once.
document.addEventListener('visitorConsentCollected', (event) => {
  const { analyticsAllowed } = (event as CustomEvent<{ readonly analyticsAllowed: boolean }>).detail
  const value = privacyOf(analyticsAllowed)
  state = { ...state, signals: { ...state.signals, customerPrivacy: value } }
  for (const worker of running.values()) tell(worker, { kind: 'signal', path: 'customerPrivacy', value })
})

defineElements(page.urls.app?.home)
start()
