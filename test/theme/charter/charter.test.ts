import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { fetchSchemas } from '../../simulator/admin/fetch-schema.ts'
import { extensionFolder } from '../../simulator/storefront/sample-door.ts'
import { readExtensions } from '../../simulator/ui-extensions/read-extensions.ts'
import { openBrowser } from '../open-browser.ts'
import { openSurface, UI_EXTENSIONS } from './open-surface.ts'
import { SURFACES } from './surfaces.ts'
import { timersOfOurs } from './watch-timers.ts'

let browser: Browser
beforeAll(async () => {
  await fetchSchemas('.data/schemas')
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A line of words about the page's own product. */
const OFFERS_NOTHING = 'product-copy'
/** A frame of the browser's: what waits no longer than that only draws. */
const A_FRAME = 100

describe('the shopper’s charter', () => {
  test('is of every place in which a shopper meets us', () => {
    const blocks = readdirSync(`${extensionFolder}/blocks`)
      .map((file) => basename(file, '.liquid'))
      .filter((block) => block !== OFFERS_NOTHING)
    const targets = readExtensions(UI_EXTENSIONS).map(({ target }) => target)
    expect([...new Set(SURFACES.map(({ of }) => of))].toSorted()).toEqual([...blocks, ...targets].toSorted())
    expect([...new Set(SURFACES.map(({ placement }) => placement))].toSorted()).toEqual([...EVERY_PLACEMENT].toSorted())
  })

  test.each(SURFACES)('holds at $placement, of $of', async (surface) => {
    const { page, changes } = await openSurface(browser, surface)
    const ours = page.locator('.tandem, .ui-block')
    const text = () => ours.allInnerTexts()
    const before = await text()
    expect(before.join('').trim()).not.toBe('')
    const asked = surface.way.kind === 'drawer' ? ['/cart/add'] : []

    await page.clock.fastForward(15_000)
    expect(await text(), 'no word changes by itself').toEqual(before)
    expect(
      (await timersOfOurs(page)).filter(({ milliseconds, every }) => every || milliseconds > A_FRAME),
      'no timer runs',
    ).toEqual([])
    expect(
      changes.map((path) => path.replace(/\.js$/, '')),
      'no cart changes without a click',
    ).toEqual(asked)

    const chosen = ours.locator(':is(input, s-checkbox, s-switch):checked, s-option[selected], [type=checkbox][checked]')
    const ticked = await chosen.evaluateAll((all) => all.map((one) => one.closest<HTMLElement>('[data-offer]')?.dataset['offer']))
    expect(ticked, 'nothing is ticked beforehand').toEqual(surface.ticked === undefined ? [] : [surface.ticked])

    const leading = await ours
      .locator('a, s-button[href], s-link, iframe, img, form')
      .evaluateAll((all) => all.flatMap((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? one.getAttribute('src') ?? []))
    const { origin } = new URL(page.url())
    expect(
      leading.filter((address) => new URL(address, page.url()).origin !== origin),
      'nothing leads away',
    ).toEqual([])
    expect(leading.length + (await ours.locator('s-button').count())).toBeGreaterThan(0)
  })
})
