/** The answer up to so many bytes; then its connection breaks, although the headers promise all of it. */
export function cutShort(answer: Response, after: number): Response {
  if (!answer.body) return answer
  let left = after
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    async transform(chunk, out) {
      const part = chunk.subarray(0, left)
      left -= part.byteLength
      if (part.byteLength > 0) out.enqueue(part)
      if (left > 0) return
      // What was passed on gets time to leave before the connection breaks.
      await new Promise((resolve) => setImmediate(resolve))
      out.error(Object.assign(new Error('Cut short by the weather'), { code: 'ECONNRESET' }))
    },
  })
  return new Response(answer.body.pipeThrough(cut), { status: answer.status, headers: answer.headers })
}
