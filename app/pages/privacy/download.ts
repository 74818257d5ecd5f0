/**
 * Fetches a file from the app and hands it to the browser as a download. A plain link would come without the session
 * token that App Bridge adds to what the page itself fetches. Throws where the app does not answer with the file.
 */
export async function download(path: string, name: string): Promise<void> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`The file answered ${answer.status}`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
