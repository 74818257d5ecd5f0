import type { z } from 'zod'

/** A line of an export that cannot be used: what it is about, as far as it says, and why; never its content. */
export interface BrokenLine {
  readonly kind: 'broken'
  readonly why: string
  /** The global ids that it names itself and its parent by. */
  readonly gid: string | null
  readonly parent: string | null
  /** What it hangs on is told in full without it. */
  readonly isSpare?: true
}

/** A line that cannot be taken for JSON, or what is left of it; its ends often still name what it was about. */
export class Garbled {
  readonly text: string
  readonly why: string

  constructor(text: string, why = 'is no JSON') {
    this.text = text
    this.why = why
  }
}

const GID = /^gid:\/\/shopify\/\w{1,40}\/\d{1,16}$/
const NAMED = { id: /"id":"(gid:\/\/shopify\/\w{1,40}\/\d{1,16})"/, __parentId: /"__parentId":"(gid:\/\/shopify\/\w{1,40}\/\d{1,16})"/ }

export function brokenLine(json: unknown, why: string | z.ZodError): BrokenLine {
  return {
    kind: 'broken',
    why: json instanceof Garbled ? json.why : typeof why === 'string' ? why : reasons(why),
    gid: gidIn(json, 'id'),
    parent: gidIn(json, '__parentId'),
  }
}

/** Faults that are told of one thing: who wrote many more wrote nothing that could be mended by them. */
const MOST_REASONS = 10

/** What a schema found wrong, by path. Its messages name kinds and bounds, not values. */
export function reasons({ issues }: z.ZodError): string {
  const told = issues.slice(0, MOST_REASONS).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  const more = issues.length - told.length
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}

function gidIn(json: unknown, key: 'id' | '__parentId'): string | null {
  if (json instanceof Garbled) return NAMED[key].exec(json.text)?.[1] ?? null
  const value = (json as { readonly [key: string]: unknown } | null | undefined)?.[key]
  return typeof value === 'string' && GID.test(value) ? value : null
}
