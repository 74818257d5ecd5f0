import { mkdir } from 'node:fs/promises'
import { dropUnfinished } from '#app/platform/keep-whole.server.ts'
import { repeatUntilAborted } from '#app/platform/repeat-until-aborted.server.ts'
import { dropErasedModels } from './drop-erased.server.ts'
import { MODEL_FOLDER } from './model-folder.server.ts'

/** So late a file goes whose model was erased by another machine; what must be forgotten is to be gone within a minute. */
const EVERY = 20_000
/** Milliseconds after which a file that is still being written belongs to nobody any more; who writes for longer keeps none. */
const ABANDONED = 20_000

/** Looks after the model files of this machine, until `signal` aborts; what a process before this one left behind, too. */
export async function followModels(signal: AbortSignal): Promise<void> {
  await repeatUntilAborted(lookAfterFiles, EVERY, 'Files of models that were erased may still be there', signal)
}

async function lookAfterFiles(): Promise<void> {
  await mkdir(MODEL_FOLDER, { recursive: true })
  await dropUnfinished(MODEL_FOLDER, Date.now() - ABANDONED)
  await dropErasedModels()
}
