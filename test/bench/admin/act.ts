import type { Frame, Locator } from 'playwright-core'

/** As much of each kind as a short visit has. */
const EACH = 2

/** Does what changes nothing in the shop: types into fields, ticks boxes, opens what folds out. What cannot be reached is passed over. */
export async function act(frame: Frame): Promise<void> {
  await each(frame.locator('input[type=text]:visible, input[type=search]:visible, input:not([type]):visible'), (field) =>
    field.pressSequentially('lap', { timeout: 2_000, delay: 40 }),
  )
  await each(frame.locator('input[type=checkbox]'), (box) => box.click({ timeout: 2_000, force: true }))
  await each(frame.locator('[aria-expanded=false]:visible, [aria-haspopup]:visible'), (opener) => opener.click({ timeout: 2_000 }))
}

async function each(found: Locator, does: (one: Locator) => Promise<void>): Promise<void> {
  const count = Math.min(EACH, await found.count())
  for (let at = 0; at < count; at += 1) await does(found.nth(at)).catch(() => undefined)
}
