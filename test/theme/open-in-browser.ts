import type { Browser } from 'playwright-core'
import type { Product } from '../simulator/shop.ts'
import { changeTheme, type ThemeSettings } from '../simulator/storefront/theme-settings.ts'
import { openOffersPage } from './offers-page.ts'
import { openPage, type View } from './open-page.ts'

export interface Look extends View {
  /** Of the block. */
  readonly settings?: Readonly<Record<string, unknown>>
  readonly theme?: Partial<ThemeSettings>
}

interface Given extends Look {
  readonly offered: readonly Product[]
  readonly notes?: Readonly<Record<string, unknown>>
}

/** A page of a shop of its own, where the robot's page holds our block: in a browser until the test is over. */
export async function openInBrowser(browser: Browser, given: Given) {
  const { offered, notes = {}, path = '/products/robot', settings = {}, theme = {}, ...view } = given
  const { shop } = openOffersPage({ offered, notes, settings })
  changeTheme(shop.themeFiles, theme)
  return { shop, ...(await openPage(browser, shop, { path, ...view })) }
}
