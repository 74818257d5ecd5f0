import { PLACEMENTS, type PlacedBy, type Placement } from '#app/commerce/placement.ts'
import { editorLink } from '#app/publish/editor-link.ts'

/** Opens the editor in which a placement's block is added; nothing changes before the merchant saves. `key` is the app's client id. */
export function placeLink(placement: Placement, key: string): string {
  const place: PlacedBy = PLACEMENTS[placement].placedBy
  if (place === 'checkout-editor') return 'shopify://admin/settings/checkout'
  if (place === 'embed') return `shopify://admin/themes/current/editor?context=apps&activateAppId=${key}/tandem`
  return editorLink({ ...place, target: 'newAppsSection' }, key)
}
