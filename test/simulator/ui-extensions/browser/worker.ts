import { hooks } from '@remote-dom/core/polyfill'
import {
  BatchingRemoteConnection,
  connectRemoteNode,
  setRemoteId,
  updateRemoteElementAttribute,
  updateRemoteElementEventListener,
} from '@remote-dom/core/elements'
import type { Boot, FromWorker, ToWorker } from './page-message.ts'
import { wordsIn } from './words.ts'

interface Signal {
  value: unknown
}
type MakeSignal = new (value: unknown) => Signal

const scope = globalThis as unknown as {
  shopify: unknown
  fetch: unknown
  Date: DateConstructor
  importScripts(src: string): void
  postMessage(message: FromWorker): void
  onmessage: (event: { readonly data: ToWorker }) => void
}

// Elements that nobody defined are told to the page, too; a listener belongs to its element, as in a page.
hooks.setAttribute = (element, name, value) => updateRemoteElementAttribute(element, name, value)
hooks.removeAttribute = (element, name) => updateRemoteElementAttribute(element, name)
hooks.addEventListener = (element, type, listener) => {
  const hear = (typeof listener === 'function' ? listener.bind(element) : listener?.handleEvent.bind(listener)) as (event: object) => void
  const heard = (value: unknown) => {
    const of = { value }
    hear({ type, currentTarget: of, target: of, preventDefault() {}, stopPropagation() {} })
  }
  updateRemoteElementEventListener(element as never, type, heard as never)
}
// Preact looks for these to learn how an event is spelt.
for (const name of ['onclick', 'onchange', 'oninput', 'onfocus', 'onblur'])
  Object.defineProperty(Element.prototype, name, { value: null, writable: true, configurable: true })

const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let calls = 0
function call(method: Extract<FromWorker, { kind: 'call' }>['method'], ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.set(++calls, { resolve, reject })
    scope.postMessage({ kind: 'call', call: calls, method, args })
  })
}

let Made: MakeSignal | undefined
const raw = new Map<string, unknown>()
const signals = new Map<string, Signal>()
function signalAt(path: string): Signal {
  const signal = signals.get(path) ?? (Made ? new Made(raw.get(path)) : { value: raw.get(path) })
  signals.set(path, signal)
  return signal
}

/** The one object that a block knows: what it is not told is not there. */
function shopifyFor({ plain, words, locale }: Boot, extend: (target: string, draw: () => unknown) => void): object {
  const { translate, ...formats } = wordsIn(words, locale)
  const api: Record<string, unknown> = {
    ...plain,
    extend,
    setSignals: (Signal: MakeSignal) => (Made = Signal),
    i18n: { translate, ...formats },
    query: (query: string, options: object) => call('query', query, options),
    applyCartLinesChange: (change: object) => call('applyCartLinesChange', change),
    analytics: { publish: (name: string, data: object) => call('publish', name, data) },
  }
  for (const path of raw.keys()) {
    const names = path.split('.')
    const last = names.pop()!
    let at = api
    for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>
    Object.defineProperty(at, last, { get: () => signalAt(path), enumerable: true })
  }
  return api
}

/** Shopify's own addresses alone are answered, as long as the toml asks for no network. */
async function fetchOfShopify(address: string | URL, init: { body?: string } = {}): Promise<unknown> {
  if (!/^shopify:\/\/customer-account\/api\/\d{4}-\d\d\/graphql\.json$/.test(String(address)))
    throw new Error(`No network access: ${String(address)}`)
  const answer = await call('customer', init.body ?? '')
  return { ok: true, status: 200, json: () => Promise.resolve(answer) }
}

/** A block in the admin asks its app's server. */
async function fetchOfApp(address: string | URL, init: object = {}): Promise<Response> {
  const { status, text } = (await call('app', String(address), init)) as { readonly status: number; readonly text: string }
  return new Response(text || null, { status })
}

function keepTime(now: number): void {
  const Real = Date
  const ahead = now - Real.now()
  scope.Date = class extends Real {
    constructor(...args: []) {
      super(...((args.length > 0 ? args : [Real.now() + ahead]) as []))
    }
    static override now() {
      return Real.now() + ahead
    }
  } as DateConstructor
}

const listeners = new Map<number, (value: unknown) => void>()
const numbers = new WeakMap<object, number>()
/** What can be sent: functions become numbers. */
function sendable(value: unknown): unknown {
  if (typeof value === 'function') {
    const number = numbers.get(value) ?? listeners.size + 1
    numbers.set(value, number)
    listeners.set(number, value as (value: unknown) => void)
    return { listener: number }
  }
  if (Array.isArray(value)) return value.map(sendable)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, sendable(of)]))
  return value
}

const failed = (error: unknown) =>
  scope.postMessage({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
addEventListener('unhandledrejection', ({ reason }) => failed(reason))
addEventListener('error', ({ error, message }) => failed(error ?? message))

async function boot(told: Boot): Promise<void> {
  const draws = new Map<string, () => unknown>()
  for (const [path, value] of Object.entries(told.signals)) raw.set(path, value)
  keepTime(told.now)
  scope.fetch = told.target.startsWith('admin.') ? fetchOfApp : fetchOfShopify
  scope.shopify = shopifyFor(told, (target, draw) => draws.set(target, draw))
  scope.importScripts(told.src)
  const connection = new BatchingRemoteConnection({
    mutate: (records) => scope.postMessage({ kind: 'mutate', records: sendable(records) }),
    call: () => {},
  })
  setRemoteId(document.body, '~')
  connectRemoteNode(document.body, connection)
  const draw = draws.get(told.target)
  if (!draw) throw new Error(`The script extends nothing at ${told.target}`)
  await draw()
}

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'boot':
      return void boot(data.boot).catch(failed)
    case 'signal': {
      raw.set(data.path, data.value)
      const signal = signals.get(data.path)
      if (signal) signal.value = data.value
      return
    }
    case 'answer': {
      const { resolve, reject } = waiting.get(data.call)!
      waiting.delete(data.call)
      return data.error === undefined ? resolve(data.value) : reject(new Error(data.error))
    }
    case 'event': {
      try {
        listeners.get(data.listener)?.(data.value)
      } catch (error) {
        failed(error)
      }
      return
    }
    default:
      return data satisfies never
  }
}
