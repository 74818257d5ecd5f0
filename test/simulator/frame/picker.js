/** @typedef {{ id: string, title: string, note: string, picture: string | null, resource: { id: string } }} Pickable */

const NOUNS = { product: 'products', variant: 'variants', collection: 'collections' }

/**
 * Shows the picker and resolves with what was picked, or null when it was left.
 * @param {HTMLDialogElement} dialog
 * @param {string} handle
 * @param {{ type: keyof typeof NOUNS, multiple?: boolean | number, action?: 'add' | 'select', query?: string, selectionIds?: { id: string }[] }} options
 * @returns {Promise<object[] | null>}
 */
export async function openPicker(dialog, handle, { type, multiple = false, action = 'add', query = '', selectionIds = [] }) {
  const search = async (/** @type {string} */ text) =>
    /** @type {Pickable[]} */ (await (await fetch(`/store/${handle}/pick?${new URLSearchParams({ type, query: text })}`)).json())
  const most = multiple === true ? Infinity : Number(multiple) || 1
  const verb = action === 'add' ? 'Add' : 'Select'

  dialog.innerHTML = `<form method="dialog">
    <header><h2 id="picker-title"></h2><button value="" aria-label="Close">✕</button></header>
    <input type="search" aria-label="Search" autofocus>
    <ul></ul>
    <footer><span></span><button value="">Cancel</button><button class="primary" value="done"></button></footer>
  </form>`
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector))
  const [input, list, count, done] = [
    /** @type {HTMLInputElement} */ (find('input')),
    find('ul'),
    find('footer span'),
    /** @type {HTMLButtonElement} */ (find('.primary')),
  ]
  find('h2').textContent = `${verb} ${NOUNS[type]}`
  input.placeholder = `Search ${NOUNS[type]}`
  input.value = query
  done.textContent = verb

  /** @type {Map<string, Pickable>} In the order of picking. */
  const picked = new Map()
  const wanted = new Set(selectionIds.map(({ id }) => id))
  for (const item of wanted.size > 0 ? await search('') : []) if (wanted.has(item.id)) picked.set(item.id, item)

  const tally = () => {
    count.textContent = `${picked.size} selected`
    done.disabled = picked.size === 0 && wanted.size === 0
  }
  const line = (/** @type {Pickable} */ item) => {
    const box = Object.assign(document.createElement('input'), {
      type: most === 1 ? 'radio' : 'checkbox',
      name: 'picked',
      checked: picked.has(item.id),
    })
    box.addEventListener('change', () => {
      if (most === 1) picked.clear()
      if (box.checked && picked.size < most) picked.set(item.id, item)
      else picked.delete(item.id)
      box.checked = picked.has(item.id)
      tally()
    })
    const picture = document.createElement('img')
    picture.alt = ''
    if (item.picture) picture.src = item.picture
    const words = document.createElement('span')
    const note = document.createElement('small')
    note.textContent = item.note
    words.append(item.title, note)
    const label = document.createElement('label')
    label.append(box, picture, words)
    const row = document.createElement('li')
    row.append(label)
    return row
  }
  let asked = 0
  const show = async () => {
    const turn = ++asked
    const found = await search(input.value)
    if (turn === asked) list.replaceChildren(...found.map(line))
  }
  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault())
  await show()
  tally()
  dialog.returnValue = ''
  dialog.showModal()
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }))
  return dialog.returnValue === 'done' ? [...picked.values()].map(({ resource }) => resource) : null
}
