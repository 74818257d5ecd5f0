import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'
import { builtFunction } from '../functions/built-function.ts'
import { LIMITS } from '../simulator/discounts/function-host.ts'
import { fullCart, type CartKind } from './function/carts.ts'
import type { Bench } from './measuring/outcome.ts'

const KINDS: readonly CartKind[] = ['usual', 'longest']
const REPEATS = 9
/** What Shopify lets a function use up, in instructions of the WebAssembly that its JavaScript engine is compiled to. */
const MOST_INSTRUCTIONS = 11_000_000

/**
 * The built function in QuickJS, the engine that Shopify runs it in: how many bytes go in and come out, how large a cart it carries, and how
 * much work the largest is. Instructions are estimated: from the time that the engine takes, and that a loop of known length takes in it.
 */
export const run: Bench = async () => {
  const { code, name, call } = await builtFunction()
  const quickjs = await newQuickJSWASMModuleFromVariant(variant as never)
  const context = quickjs.newContext()
  const evaluate = (source: string): string => context.unwrapResult(context.evalCode(source)).consume((value) => context.getString(value))
  context.unwrapResult(context.evalCode(code)).dispose()
  const turnsPerMs = LOOP_TURNS / fastest(() => evaluate(LOOP))

  const work = (input: string) => {
    evaluate(`globalThis.input = ${JSON.stringify(input)}; ''`)
    let output = ''
    const ms = fastest(() => (output = evaluate(`JSON.stringify(${name}.${call}(JSON.parse(input)))`)))
    return { output, ms, instructions: Math.round(ms * turnsPerMs * INSTRUCTIONS_PER_TURN) }
  }
  const figures: Record<string, number> = { function_bytes: Buffer.byteLength(code) }
  const misses: string[] = []
  for (const kind of KINDS) {
    const carried = largest((lines) => {
      const input = JSON.stringify(fullCart(kind, lines))
      return Buffer.byteLength(input) <= LIMITS.inputBytes && Buffer.byteLength(work(input).output) <= LIMITS.outputBytes
    })
    const input = JSON.stringify(fullCart(kind, carried))
    const { output, ms, instructions } = work(input)
    console.log(
      `${kind} deals: ${carried} lines are carried, ${Buffer.byteLength(input)} bytes in, ${Buffer.byteLength(output)} out, ` +
        `${ms.toFixed(2)} ms, some ${(instructions / 1e6).toFixed(1)} million instructions`,
    )
    if (instructions > MOST_INSTRUCTIONS)
      misses.push(`${kind} deals: ${instructions} instructions for ${carried} lines, not ${MOST_INSTRUCTIONS}`)
    const within = largest((lines) => lines <= carried && work(JSON.stringify(fullCart(kind, lines))).instructions <= MOST_INSTRUCTIONS)
    Object.assign(figures, {
      [`${kind}_lines`]: carried,
      [`${kind}_lines_within_instructions`]: within,
      [`${kind}_in_bytes`]: Buffer.byteLength(input),
      [`${kind}_out_bytes`]: Buffer.byteLength(output),
      [`${kind}_ms`]: Number(ms.toFixed(2)),
      [`${kind}_instructions`]: instructions,
    })
  }
  context.dispose()
  return { figures, baseline: { loop_turns_per_ms: Math.round(turnsPerMs) }, misses }
}

const LOOP_TURNS = 200_000
const LOOP = `{ let sum = 0; for (let turn = 0; turn < ${LOOP_TURNS}; turn += 1) sum = (sum + turn) | 0; String(sum) }`
/** Of the engine's own: a turn is about nine of its operations, each some twenty instructions long. */
const INSTRUCTIONS_PER_TURN = 180

function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < REPEATS; time += 1) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function largest(carries: (lines: number) => boolean): number {
  let [low, high] = [1, 201]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (carries(middle)) low = middle
    else high = middle
  }
  return low
}
