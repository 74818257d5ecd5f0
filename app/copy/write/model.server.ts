import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError, generateText, type LanguageModel } from 'ai'
import { env } from '#app/platform/env.server.ts'
import type { Prompt } from './prompt.ts'
import type { Answered } from './write-unit.ts'

const MOST_ANSWERED_TOKENS = 1_500
const PATIENCE_MS = 60_000
/** Of a text whose tokens nobody counted: fewer letters a token than in any language that we write. */
const LETTERS_PER_TOKEN = 2

/** Why a model gave no answer. It may give one later, or never as long as nobody changes how it is asked. */
export class ModelRefused extends Error {
  readonly isFinal: boolean
  /** Whether nothing was done that could be charged for. */
  readonly isFree: boolean
  constructor(why: string, { isFinal, isFree }: { readonly isFinal: boolean; readonly isFree: boolean }) {
    super(why)
    this.name = 'ModelRefused'
    this.isFinal = isFinal
    this.isFree = isFree
  }
}

export interface Pricing {
  /** Dollars for a million tokens. */
  readonly input: number
  readonly output: number
}

export interface ConfiguredModel {
  readonly name: string
  /** Null where nobody has said what it costs. */
  readonly pricing: Pricing | null
  /** Throws ModelRefused, also where it takes longer than so many milliseconds. */
  ask(prompt: Prompt, signal: AbortSignal, patienceMs?: number): Promise<Answered>
}

/** The model that whoever runs the app has set up; undefined where there is none. */
export function configuredModel(): ConfiguredModel | undefined {
  const { COPY_MODEL: name, COPY_MODEL_PRICE: price } = env
  const model = name === undefined ? undefined : modelOf(name)
  if (!model || name === undefined) return undefined
  const [input, output] = price?.split('/').map(Number) ?? []
  return {
    name,
    pricing: input === undefined || output === undefined ? null : { input, output },
    ask: (prompt, signal, patienceMs = PATIENCE_MS) => ask(model, prompt, signal, patienceMs),
  }
}

/** An object: a bare name would be sent to somebody whom nobody chose. */
function modelOf(name: string): LanguageModel | undefined {
  const { COPY_MODEL_KIND: kind, COPY_MODEL_URL: baseURL, COPY_MODEL_KEY: apiKey } = env
  switch (kind) {
    case 'anthropic':
      return apiKey === undefined ? undefined : createAnthropic({ apiKey, ...(baseURL && { baseURL }) })(name)
    case 'openai-compatible':
      return baseURL === undefined ? undefined : createOpenAICompatible({ name: 'copy', baseURL, ...(apiKey && { apiKey }) })(name)
    default:
      return kind satisfies never
  }
}

async function ask(model: LanguageModel, { system, user }: Prompt, signal: AbortSignal, patienceMs: number): Promise<Answered> {
  try {
    const { text, usage } = await generateText({
      model,
      system,
      prompt: user,
      maxOutputTokens: MOST_ANSWERED_TOKENS,
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    })
    const counted = usage.totalTokens ?? Math.ceil((system.length + user.length + text.length) / LETTERS_PER_TOKEN)
    return { text, tokens: counted }
  } catch (error) {
    signal.throwIfAborted()
    if (APICallError.isInstance(error)) {
      const status = error.statusCode ?? 0
      const isFinal = [400, 401, 403, 404].includes(status)
      throw new ModelRefused(status === 0 ? 'it could not be reached' : `it answered ${status}`, { isFinal, isFree: status >= 400 })
    }
    throw new ModelRefused(
      error instanceof Error && error.name === 'TimeoutError' ? 'it did not answer in time' : 'it could not be asked',
      { isFinal: false, isFree: false },
    )
  }
}
