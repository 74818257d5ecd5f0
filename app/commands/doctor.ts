import { parseArgs } from 'node:util'
import { readShopId } from '#app/commerce/ids.ts'
import { answer, refuse } from './answer.ts'
import { readAppConfig } from './doctor/app-config.ts'
import { lineOf, type Finding } from './doctor/finding.ts'
import { lookAtSettings } from './doctor/look-at-settings.ts'

const USAGE = 'npm run doctor -- --shop DOMAIN   looks at one shop; without it at every one that has the app'

/** `npm run doctor`: looks at everything that the app needs, and says of each what is wrong and what to do. Ends with 1 where something is. */
await answer(async () => {
  const wish = readWish(process.argv.slice(2))
  if ('refused' in wish) return refuse(wish.refused)
  // What the rooms would log, it says in words.
  process.env['LOG_LEVEL'] = 'silent'
  let isWell = true
  const tell = (findings: readonly Finding[]) => {
    for (const finding of findings) console.log(lineOf(finding))
    isWell &&= findings.every(({ kind }) => kind !== 'ill')
  }
  const config = readAppConfig()
  tell(await lookAtSettings(config))
  if (!isWell) return 1
  const { lookAtAll } = await import('./doctor/look-at-all.ts')
  await lookAtAll(wish.shop, config, tell)
  return isWell ? 0 : 1
})

function readWish(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: { shop: { type: 'string' } } })
    const shop = readShopId(values.shop)
    return values.shop !== undefined && !shop ? { refused: `“${values.shop}” is no shop: say NAME.myshopify.com.` } : { shop }
  } catch {
    return { refused: USAGE }
  }
}
