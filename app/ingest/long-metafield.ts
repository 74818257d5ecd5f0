import { brokenLine, Garbled, type BrokenLine } from '#app/shopify/export/broken-line.ts'
import { TOO_LONG } from '#app/shopify/export/cut-lines.ts'

const NAME = /"namespace":"([\w-]{1,255})","key":"([\w-]{1,64})"/

/**
 * The line of a metafield that is too long to be read: no rule could compare its value, so its product lacks nothing. Undefined
 * where it is anything else.
 */
export function longMetafield(line: unknown): BrokenLine | undefined {
  if (!(line instanceof Garbled) || line.why !== TOO_LONG) return undefined
  const { gid, ...broken } = brokenLine(line, TOO_LONG)
  if (!gid?.startsWith('gid://shopify/Metafield/')) return undefined
  const [, namespace, key] = NAME.exec(line.text) ?? []
  const name = namespace === undefined ? 'a metafield' : `metafield ${namespace}.${key}`
  return { ...broken, gid, why: `${name} ${TOO_LONG}`, isSpare: true }
}
