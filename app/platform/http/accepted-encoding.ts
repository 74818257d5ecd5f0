/** How a body may be compressed, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * The smallest encoding that an Accept-Encoding header allows (RFC 9110, section 12.5.3); undefined where it allows none of ours, or
 * nothing was said. Whoever weighs one of them with 0 does not get it, whatever "*" says.
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const weights = new Map<string, number>()
  for (const part of (header ?? '').split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    // What cannot be read as a weight is taken for none: an encoding too few does no harm.
    if (coding) weights.set(coding, weight === undefined ? 1 : Number(weight) || 0)
  }
  return ENCODINGS.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0)
}
