import { parseJson } from '#app/platform/http/read-json.server.ts'
import { parseKeepable } from '#app/platform/parse-keepable.ts'

const OPENING_BRACE = 0x7b

/**
 * The JSON object that a webhook's body is; undefined where it is none. Shopify's begins with its brace. Whatever else is signed
 * with the same secret (a session token, the address of a launch, that of a proxied request) cannot begin so: a token's first
 * letter is none, and an address is signed with its keys in order, of which one always comes before a brace. White space ahead
 * of the brace would undo that, since a shopper or a merchant may put a key of their own into an address.
 */
export function readWebhookBody(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (bytes[0] !== OPENING_BRACE) return undefined
  return parseJson(bytes, { fatal: false, parse: parseKeepable }) as Readonly<Record<string, unknown>> | undefined
}
