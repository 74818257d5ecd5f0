import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { LOCAL_API_SECRET } from '../../running/app-processes.ts'
import type { RunningShop } from '../../running/running-shop.ts'
import { writtenByPostgres, writtenInFiles, writtenInTables } from '../../running/what-is-written.ts'
import { tellsOf } from './canaries.ts'

/** Asks the app for a shop, and remembers every answer and everything secret that was ever in use. */
export interface Watch {
  /** Tokens that were ever in use, and what Shopify signs with. */
  readonly tokens: string[]
  /** Everything that was answered, by what was asked. */
  readonly answers: [string, string][]
  noteTokens(): void
  sessionToken(): string
  ask(path: string, init?: RequestInit): Promise<number>
  /** As Shopify posts a delivery. */
  post(topic: string, body: string, secret?: string): Promise<number>
  /** Neither tables, nor files and logs, nor answers tell of the person or a token. */
  nothingTold(): Promise<void>
}

export function watch({ app, simulator, database, name }: RunningShop & { readonly name: string }, domain: string): Watch {
  const tokens: string[] = []
  const answers: [string, string][] = []

  async function ask(path: string, init: RequestInit = {}): Promise<number> {
    const response = await fetch(app.url + path, { redirect: 'manual', ...init })
    answers.push([`${init.method ?? 'GET'} ${path.slice(0, 60)}`, await response.text()])
    return response.status
  }

  return {
    tokens,
    answers,
    ask,
    noteTokens() {
      tokens.push(...simulator.installations.get(domain)!.tokens.everGiven())
    },
    sessionToken() {
      const token = simulator.sessionToken(domain)
      tokens.push(token)
      return token
    },
    post(topic, body, secret = LOCAL_API_SECRET) {
      const signature = createHmac('sha256', secret).update(body).digest('base64')
      tokens.push(signature)
      return ask('/webhooks', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-shopify-hmac-sha256': signature,
          'x-shopify-topic': topic,
          'x-shopify-shop-domain': domain,
          'x-shopify-webhook-id': `${topic} ${signature.slice(0, 8)}`.replaceAll(/[^\w/]/g, '-'),
        },
        body,
      })
    },
    async nothingTold() {
      const written = [
        ...(await writtenInTables(database)),
        ...writtenInFiles(`.data/test-logs/${name}`),
        ['the database’s log', await writtenByPostgres(database)] as const,
        ...answers,
      ]
      expect(tellsOf(written, tokens)).toEqual([])
    },
  }
}
