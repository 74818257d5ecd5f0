import { request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly said: string
}

interface How {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends the target as it is written, which `fetch` would tidy up, by whatever method. */
export function sendRequest(url: string, target: string, { method = 'GET', headers = {}, body = '' }: How = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: new URL(url).port, path: target, method, headers }, (answer) => {
      void text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, said }))
    })
    asked.once('error', reject).end(body)
  })
}
