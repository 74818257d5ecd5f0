const BLOCK = 512

/**
 * The file of that name out of an unpacked tar archive, or undefined. Reads the plain ustar names that npm writes.
 */
export function readTar(archive: Buffer, name: string): Buffer | undefined {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const path = text(archive, at, 100)
    if (path === '') return undefined
    const prefix = text(archive, at + 345, 155)
    const size = Number.parseInt(text(archive, at + 124, 12), 8)
    const start = at + BLOCK
    if ((prefix === '' ? path : `${prefix}/${path}`) === name) return archive.subarray(start, start + size)
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return undefined
}

function text(archive: Buffer, at: number, length: number): string {
  const field = archive.subarray(at, at + length)
  const end = field.indexOf(0)
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim()
}
