import { log } from './log.server.ts'
import { openTrueTime } from './true-time.ts'

/** Much more than an answer takes on its way, much less than Shopify's signatures allow for. */
const TOLERANCE = 30_000
const TELL_EVERY = 10 * 60_000

const trueTime = openTrueTime(
  () => Date.now(),
  () => performance.now(),
  TOLERANCE,
)
let toldAt = -Infinity

/** Takes note of when Shopify says that it answered. */
export function recordAnswerTime(headers: Headers): void {
  const time = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(time)) return
  trueTime.itIs(time)
  tell()
}

/** Takes note of when Shopify signed what nobody else can sign. One alone may be shown again: it says no more than that time has come. */
export function recordSignedTime(time: number): void {
  trueTime.itWas(time)
  tell()
}

/** What is wrong with this machine's clock, in words; undefined where nothing is known to be. */
export function clockFault(off = trueTime.off()): string | undefined {
  if (off === undefined || Math.abs(off) <= TOLERANCE) return undefined
  const way = off > 0 ? 'ahead' : 'behind'
  return `The clock of this machine is ${Math.round(Math.abs(off) / 1_000)} s ${way}: what Shopify signs seems too old or not yet valid, and is refused`
}

function tell(): void {
  const why = clockFault()
  if (why === undefined || performance.now() - toldAt < TELL_EVERY) return
  toldAt = performance.now()
  log.error({ why }, 'The clock is wrong')
}
