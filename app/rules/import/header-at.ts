/** Which of a file's first rows names its columns: the first that could, since titles and days stand alone above some. */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const at = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1)
  return Math.max(at, 0)
}
