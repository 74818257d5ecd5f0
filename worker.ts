import { endInOrder } from '#app/end-process.server.ts'
import { giveWay } from '#app/give-way.server.ts'
import { apply } from '#app/jobs/apply.server.ts'
import { check } from '#app/jobs/check.server.ts'
import { leave } from '#app/jobs/leave.server.ts'
import { lint } from '#app/jobs/lint.server.ts'
import { LOOK_AGAIN_EVERY, lookAgain } from '#app/jobs/look-again.server.ts'
import { markets } from '#app/jobs/markets.server.ts'
import { night } from '#app/jobs/night.server.ts'
import { propose } from '#app/jobs/propose.server.ts'
import { publish } from '#app/jobs/publish.server.ts'
import { closeQueue, everyNight } from '#app/jobs/queue.server.ts'
import { retain } from '#app/jobs/retain.server.ts'
import { sync } from '#app/jobs/sync.server.ts'
import { train } from '#app/jobs/train.server.ts'
import { waitOut } from '#app/jobs/wait-out.server.ts'
import { work } from '#app/jobs/work.server.ts'
import { keepDoing } from '#app/keep-doing.server.ts'
import { followModels } from '#app/models/follow-models.server.ts'
import { sealStoredTokens } from '#app/seal-stored-tokens.server.ts'
import { speakThroughLog } from '#app/speak-through-log.server.ts'

/** The worker process: everything that happens on the clock and that nobody waits for. */
speakThroughLog()
giveWay()
const ending = new AbortController()
await waitOut(() => everyNight(night), 'The queue cannot be opened yet')
await sealStoredTokens(ending.signal)
const working = Promise.all([
  followModels(ending.signal),
  keepDoing(lookAgain, LOOK_AGAIN_EVERY, 'Nobody can look at what waits to be looked at again', ending.signal),
  work({ sync, apply, train, propose, publish, leave, retain, check, markets, lint }, ending.signal),
])

endInOrder(async () => {
  ending.abort()
  await working
  await closeQueue()
})
