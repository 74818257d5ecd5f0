type Answer = (request: Request) => Promise<Response>

const OFFERS = '/offers-of-the-usual-way'
/** Between a shop's own servers and those of an app lie a proxy and another machine. */
const AWAY_MS = 80

/**
 * The platform's usual way on the same page: the block's markup is taken out of it and asked for once the page has been loaded, by a
 * script that puts it where it stood.
 */
export function usualWay(answer: Answer, path: string): Answer {
  return async (request) => {
    const url = new URL(request.url)
    if (url.pathname === path) {
      const page = await answer(request)
      const { without } = split(await page.text())
      return new Response(without, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    if (url.pathname !== OFFERS) return answer(request)
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS))
    const { block } = split(await (await answer(new Request(new URL(path, url)))).text())
    return new Response(block, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}

function split(html: string): { readonly without: string; readonly block: string } {
  const from = html.indexOf('<tandem-offers')
  const to = html.indexOf('</tandem-offers>', from) + '</tandem-offers>'.length
  if (from < 0 || to < from) throw new Error('The page has no block of ours')
  const script = `<div id="offers"></div><script>addEventListener('load', async () => {
    document.getElementById('offers').innerHTML = await (await fetch('${OFFERS}')).text()
  })</script>`
  return { without: html.slice(0, from) + script + html.slice(to), block: html.slice(from, to) }
}
