/** @typedef {{ granted: string[], required: string[], optional: string[] }} ScopesDetail */

/** What the app may do in the shop now. @param {string} handle @returns {Promise<ScopesDetail>} */
export async function scopesNow(handle) {
  return (await fetch(`/store/${handle}/scopes`)).json()
}

/** @param {string} handle @param {'grant' | 'revoke'} change @param {string[]} scopes @returns {Promise<ScopesDetail>} */
export async function changeScopes(handle, change, scopes) {
  const answer = await fetch(`/store/${handle}/scopes`, { method: 'POST', body: JSON.stringify({ change, scopes }) })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/**
 * Asks the merchant, and resolves with the answer as App Bridge gives it. What is granted already is not asked again.
 * @param {HTMLDialogElement} dialog
 * @param {{ handle: string, appTitle: string, scopes: string[] }} ask
 */
export async function askForScopes(dialog, { handle, appTitle, scopes }) {
  const detail = await scopesNow(handle)
  const open = scopes.filter((scope) => !detail.granted.includes(scope))
  if (open.length === 0) return { result: 'granted-all', detail }
  dialog.innerHTML = `<form method="dialog">
    <header><h2 id="picker-title"></h2></header>
    <ul></ul>
    <footer><button value="">Don’t allow</button><button class="primary" value="allow">Allow</button></footer>
  </form>`
  const heading = dialog.querySelector('h2')
  if (heading) heading.textContent = `${appTitle} asks for more access`
  dialog
    .querySelector('ul')
    ?.replaceChildren(...open.map((scope) => Object.assign(document.createElement('li'), { textContent: scope.replaceAll('_', ' ') })))
  dialog.returnValue = ''
  dialog.showModal()
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }))
  if (dialog.returnValue !== 'allow') return { result: 'declined-all', detail }
  return { result: 'granted-all', detail: await changeScopes(handle, 'grant', open) }
}
