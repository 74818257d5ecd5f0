import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const VERSION = 'sealed1'
const CIPHER = 'aes-256-gcm'
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16]

/** A key, and the name by which what it has sealed tells so. Nothing of the key can be read from the name. */
export interface SealingKey {
  readonly id: string
  readonly bytes: Buffer
}

/** A key written as base64 or hex; undefined where the text is not exactly 32 bytes of either. */
export function readSealingKey(text: string): SealingKey | undefined {
  const isHex = /^[\da-f]{64}$/i.test(text)
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text)) return undefined
  const bytes = Buffer.from(text, isHex ? 'hex' : 'base64')
  if (bytes.length !== KEY_BYTES) return undefined
  return { id: createHash('sha256').update('the name of a key').update(bytes).digest('hex').slice(0, 12), bytes }
}

/** What every text that this key has sealed begins with. */
export const sealedBy = ({ id }: SealingKey): string => `${VERSION}.${id}.`

/** Whether the text was sealed, by whatever key. */
export const isSealed = (text: string): boolean => text.startsWith(`${VERSION}.`)

/**
 * The text encrypted, such that it opens with the same key and in the same place alone. A nonce is drawn for each: of
 * 2^32 texts under one key two have the same with a chance of 2^-33.
 */
export function seal(text: string, key: SealingKey, place: readonly string[]): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(bound(key, place))
  const bytes = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return sealedBy(key) + bytes.toString('base64url')
}

/** What was sealed in this place by one of the keys; undefined for whatever else is given. */
export function open(sealed: string, keys: readonly SealingKey[], place: readonly string[]): string | undefined {
  const key = keys.find((one) => sealed.startsWith(sealedBy(one)))
  if (!key) return undefined
  const written = sealed.slice(sealedBy(key).length)
  const bytes = Buffer.from(written, 'base64url')
  // One text, one spelling: base64 would pass over what is no part of it.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== written) return undefined
  const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(bound(key, place))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}

const bound = (key: SealingKey, place: readonly string[]): Buffer => Buffer.from(JSON.stringify([VERSION, key.id, ...place]))
