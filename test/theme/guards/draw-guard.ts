import { join } from 'node:path'
import { openLiquid, type LiquidGlobals } from '../../simulator/storefront/liquid/open-liquid.ts'

export const snippets = join(import.meta.dirname, '../../../extensions/theme-blocks/snippets')
const engine = openLiquid({ root: snippets, snippets, words: new Map(), assetUrl: (file) => file })

/** What the local shop's Liquid writes for a guard: `1`, or nothing where it does not hold. */
export async function drawGuard(guard: unknown, globals: LiquidGlobals): Promise<string> {
  return String(await engine.parseAndRender(`{% render 'offer-guard', guard: guard %}`, { guard }, { globals })).trim()
}
