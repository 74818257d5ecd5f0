import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render'
import { COUNTED, type BlockStory } from './story.ts'

export type I18n = Api['i18n']

/** Words of the locale file. */
export const say = (i18n: I18n, key: string, values: Record<string, string | number> = {}) => String(i18n.translate(key, values))

/** Keys of the locale file are written with underscores. */
const asKey = (name: string) => name.replaceAll('-', '_')

/** Each sentence that a story comes to, in order; who was held out comes first. */
export function sentencesOf(i18n: I18n, { arm, sold, counts }: BlockStory): readonly string[] {
  const why = arm.kind === 'unknown' ? [say(i18n, `why_${asKey(arm.why)}`)] : []
  const sales = sold.map(({ title, rule }) => {
    const named = title ?? say(i18n, 'gone')
    return rule === null ? say(i18n, 'sold', { title: named }) : say(i18n, 'sold_by_rule', { title: named, name: rule })
  })
  const rest = COUNTED.flatMap((kind) => (counts[kind] > 0 ? [say(i18n, asKey(kind), { count: counts[kind] })] : []))
  return [...why, ...(sales.length > 0 ? sales : [say(i18n, 'sold_nothing')]), ...rest]
}

/** In which arm the shopper was. */
export const sayArm = (i18n: I18n, { arm }: BlockStory): string =>
  say(i18n, arm.kind === 'unknown' && arm.why === 'came-by-nothing' ? 'arm_no_offers' : `arm_${asKey(arm.kind)}`)
