/** Eight hexadecimal digits that tell a text from the one that stood in its place before: FNV-1a of its UTF-16 units, 32 bits (Fowler, Noll, Vo). */
export function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
