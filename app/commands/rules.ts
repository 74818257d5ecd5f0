import { IncompleteEnvironment } from '#app/platform/incomplete-environment.ts'
import { answer, refuse } from './answer.ts'
import { readArguments } from './rules/read-arguments.ts'

/** `npm run rules`: a shop's rules as a file. Settings are asked for only where it is called as it should be. */
await answer(async () => {
  const wish = readArguments(process.argv.slice(2))
  if ('refused' in wish) return refuse(wish.refused)
  const { shop } = wish
  const why = await whyNoSettings()
  if (why)
    return refuse(
      `${why} ${shop ? '' : 'Name the shop: --shop DOMAIN. '}Or start the demo beside this, npm run demo: its shop is used then.`,
    )
  if (!shop) return refuse('Name the shop: --shop DOMAIN.')
  const { runVerb } = await import('./rules/run-verb.ts')
  return runVerb(shop, wish)
})

async function whyNoSettings(): Promise<string | undefined> {
  try {
    await import('#app/platform/env.server.ts')
    return undefined
  } catch (error) {
    if (error instanceof IncompleteEnvironment) return error.line
    throw error
  }
}
