import { setTimeout as wait } from 'node:timers/promises'
import { sendRequest } from './send-request.ts'
import { signedAsk } from './signed-ask.ts'

const SHOPPERS = 4
/** Milliseconds that a shopper looks at what is shown. */
const A_LOOK = 50
/** Milliseconds until a shopper gives up. */
const PATIENCE = 5_000

/** Shoppers who ask the app at an address again and again, until they are stopped. */
export function letShop(url: string, domain: string) {
  let isOver = false
  const counted = { answered: 0, unanswered: 0 }
  const ask = () => {
    const tooLong = wait(PATIENCE, false)
    const asked = sendRequest(url, signedAsk(domain, { product: '1' })).then(
      ({ status }) => status === 200,
      () => false,
    )
    return Promise.race([asked, tooLong])
  }
  const shopping = Array.from({ length: SHOPPERS }, async () => {
    for (; !isOver; await wait(A_LOOK)) counted[(await ask()) ? 'answered' : 'unanswered'] += 1
  })
  return {
    areAnswered: ask,
    async stop() {
      isOver = true
      await Promise.all(shopping)
      return counted
    },
  }
}
