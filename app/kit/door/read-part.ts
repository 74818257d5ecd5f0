/** Which part of a long list an address asks for: `?q=` is what is sought, `?page=` counts from 1. */
export function readPart(url: string): { readonly sought: string; readonly part: number } {
  const { searchParams } = new URL(url)
  return {
    sought: (searchParams.get('q') ?? '').trim().slice(0, 100),
    part: Math.max(1, Math.floor(Number(searchParams.get('page'))) || 1),
  }
}
