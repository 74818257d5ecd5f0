/** What belongs to one connection alone, or to the local shop itself. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding']
const OF_THE_ASK = [...OF_THE_CONNECTION, 'cookie', 'host', 'x-simulated-shop', 'x-forwarded-host']
/** What Shopify keeps back of an app's answer, by its documentation. */
const OF_THE_ANSWER = [
  ...OF_THE_CONNECTION,
  ...['accept-patch', 'accept-ranges', 'cookie', 'date', 'delta-base', 'im', 'p3p', 'pragma', 'preference-applied'],
  ...['proxy-authenticate', 'public-key-pins', 'server', 'service-worker-allowed', 'set-cookie', 'tk', 'trailer', 'warning'],
  'x-powered-by',
]

/** The headers of a shopper's request that reach the app; `host` is the shop's, at which it was asked. */
export function headersOfAsk(headers: Headers, host: string): Headers {
  const passed = without(headers, OF_THE_ASK)
  passed.set('x-forwarded-host', host)
  return passed
}

/** The headers of the app's answer that reach the shopper. */
export const headersOfAnswer = (headers: Headers): Headers => without(headers, OF_THE_ANSWER)

function without(headers: Headers, names: readonly string[]): Headers {
  const left = new Headers(headers)
  for (const name of names) left.delete(name)
  return left
}
