import { setTimeout as wait } from 'node:timers/promises'
import { BOLD_DRAFT, draftFor, type SentenceAsked } from './drafts.ts'
import { CLAIMS, PHRASES } from './phrases.ts'

/** How the model behaves: as it should, or in one of the ways in which models and their hosts do not. */
export const MOODS = ['good', 'slow', 'busy', 'garbage', 'off-topic', 'hostile', 'revoked', 'gone'] as const
export type Mood = (typeof MOODS)[number]

/** A pretend text model, asked as the chat completions of OpenAI are: whatever asks that interface can ask it. */
export interface TextModel {
  mood: Mood
  /** Bodies of all requests, as they came. */
  readonly asked: string[]
  /** Undefined where something else is asked. */
  answer(request: Request): Promise<Response | undefined>
}

export const TEXT_MODEL_PATH = '/text-model/v1'
const SLOW_MS = 1_500
const TOKENS = 400

export function openTextModel(): TextModel {
  const model: TextModel = {
    mood: 'good',
    asked: [],
    async answer(request) {
      if (new URL(request.url).pathname !== `${TEXT_MODEL_PATH}/chat/completions`) return undefined
      const body = await request.text()
      model.asked.push(body)
      switch (model.mood) {
        case 'busy':
          return refusal(429, 'Rate limit reached')
        case 'revoked':
          return refusal(401, 'Incorrect API key provided')
        case 'gone':
          return refusal(503, 'Service unavailable')
        case 'slow':
          await wait(SLOW_MS)
          return completion(JSON.stringify(answerTo(body)))
        case 'garbage':
          return completion(JSON.stringify(answerTo(body)).slice(0, 30))
        case 'off-topic':
          return completion('I would be glad to help you with your shop. What is it about?')
        case 'hostile':
          return completion(
            JSON.stringify(
              'sentence' in askedIn(body) ? BOLD_DRAFT : { sentences: CLAIMS.map((words) => ({ facet: 'power', tone: 'neutral', words })) },
            ),
          )
        case 'good':
          return completion('```json\n' + JSON.stringify(answerTo(body)) + '\n```')
        default:
          return model.mood satisfies never
      }
    },
  }
  return model
}

interface LinesAsked {
  readonly language: string
  readonly productType: string
  readonly facets: readonly string[]
}

function askedIn(body: string): LinesAsked | SentenceAsked {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly role: string; readonly content: unknown }[] }
  return JSON.parse(textOf(messages.findLast(({ role }) => role === 'user')?.content)) as LinesAsked | SentenceAsked
}

function answerTo(body: string): object {
  const asked = askedIn(body)
  return 'sentence' in asked ? draftFor(asked) : { sentences: linesFor(asked) }
}

/** What there are phrases for, of what was asked for. */
function linesFor({ language, productType, facets }: LinesAsked) {
  return facets.flatMap((facet) => {
    const phrase = PHRASES[language]?.[facet]
    const tones = ['neutral', 'fitted'] as const
    return phrase ? tones.map((tone, at) => ({ facet, tone, words: phrase[at]!.replace('TYPE', productType.toLowerCase()) })) : []
  })
}

/** A message is a text, or parts of which some are. */
const textOf = (content: unknown): string =>
  Array.isArray(content) ? content.map((part: { readonly text?: string }) => part.text ?? '').join('') : String(content)

const refusal = (status: number, message: string): Response => Response.json({ error: { message, type: 'error', code: null } }, { status })

const completion = (content: string): Response =>
  Response.json({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'pretend',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: TOKENS - 100, completion_tokens: 100, total_tokens: TOKENS },
  })
