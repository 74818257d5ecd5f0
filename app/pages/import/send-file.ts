import { refusedBy, type Refused } from '#app/kit/refused.ts'

export type FileAnswer<Answer> = { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: Refused | 'too-large' | 'left' }

interface Sending {
  /** Hears which share has gone, from 0 to 1, where that is known. */
  readonly onSent: (share: number) => void
  /** Breaks it off, and what is done with the file. */
  readonly signal: AbortSignal
  /** Of the merchant's session: nobody adds it to what is sent in this way. */
  readonly token: string
}

/** Sends a file as the body, and tells how far it has come, which `fetch` does not. */
export function sendFile<Answer>(path: string, body: File, { onSent, signal, token }: Sending): Promise<FileAnswer<Answer>> {
  return new Promise((resolve) => {
    const sent = new XMLHttpRequest()
    sent.open('POST', path)
    sent.setRequestHeader('content-type', 'text/csv')
    sent.setRequestHeader('authorization', `Bearer ${token}`)
    sent.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && onSent(loaded / total)
    sent.onload = () => {
      if (sent.status === 200) resolve({ kind: 'answered', answer: JSON.parse(sent.responseText) as Answer })
      else resolve({ kind: sent.status === 413 ? 'too-large' : refusedBy(sent.status) })
    }
    sent.onerror = () => resolve({ kind: 'failed' })
    sent.onabort = () => resolve({ kind: 'left' })
    if (signal.aborted) return resolve({ kind: 'left' })
    signal.addEventListener('abort', () => sent.abort(), { once: true })
    sent.send(body)
  })
}
