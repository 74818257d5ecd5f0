import { createHmac, timingSafeEqual } from 'node:crypto'

/** The one of the secrets that a session token (a JWT under HS256) is signed with; undefined where none is. Its time is not looked at. */
export function signerOf(token: string, secrets: readonly string[]): string | undefined {
  const [head, body, mark, ...rest] = token.split('.')
  if (!head || !body || !mark || rest.length > 0) return undefined
  const given = Buffer.from(mark, 'base64url')
  return secrets.find((secret) => {
    const made = createHmac('sha256', secret).update(`${head}.${body}`).digest()
    return given.length === made.length && timingSafeEqual(given, made)
  })
}
