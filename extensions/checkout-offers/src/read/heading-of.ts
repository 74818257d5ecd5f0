import type { PageApi } from './page-api.ts'

const KEY = 'headings'

/** What stands over such slots in the whole shop, in the shopper's language; undefined where nobody has switched that on, or it cannot be read. */
export function headingOf(
  { appMetafields, localization }: Pick<PageApi, 'appMetafields' | 'localization'>,
  place: 'checkout' | 'after',
): string | undefined {
  const found = appMetafields.value.find(({ target, metafield }) => target.type === 'shop' && metafield.key === KEY)
  const [language = ''] = localization.language.value.isoCode.toLowerCase().split('-', 1)
  try {
    const value = found?.metafield.value
    const headings = (typeof value === 'string' ? JSON.parse(value) : value) as Partial<Record<string, Record<string, unknown>>> | null
    const words = headings?.[language]?.[place]
    return typeof words === 'string' && words !== '' ? words : undefined
  } catch {
    return undefined
  }
}
