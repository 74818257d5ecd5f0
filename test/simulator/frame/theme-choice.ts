import { readThemeSettings, type ThemeSettings } from '../storefront/theme-settings.ts'
import { escapeText } from './escape-text.ts'

const choices = {
  theme: { horizon: 'Like Horizon', dawn: 'Like Dawn' },
  cart_type: { drawer: 'Drawer', notification: 'Notification', page: 'Page' },
} as const
const labels = { theme: 'Cart behaves', cart_type: 'Cart type' } as const
const switches = {
  auto_open_cart_drawer: 'Open the drawer when something is added',
  standard_actions: 'Standard actions on every page',
  consent: 'Shoppers are asked for consent first',
} as const

/** How the theme treats the cart, to be chosen in the theme editor. */
export function themeFields(themeFiles: ReadonlyMap<string, string>): string {
  const settings = readThemeSettings(themeFiles)
  const selects = (['theme', 'cart_type'] as const).map((name) => {
    const options = Object.entries(choices[name]).map(
      ([value, label]) => `<option value="${value}"${settings[name] === value ? ' selected' : ''}>${escapeText(label)}</option>`,
    )
    return `<label>${labels[name]} <select name="${name}">${options.join('')}</select></label>`
  })
  const isOn = { ...settings, consent: settings.consent === 'required' }
  const boxes = (['auto_open_cart_drawer', 'standard_actions', 'consent'] as const).map(
    (name) => `<label><input type="checkbox" name="${name}"${isOn[name] ? ' checked' : ''}> ${switches[name]}</label>`,
  )
  return `<h2>Theme</h2>${[...selects, ...boxes].join('')}<button name="do" value="theme">Save theme</button>`
}

export function chosenTheme(form: URLSearchParams): ThemeSettings {
  return {
    theme: form.get('theme') === 'dawn' ? 'dawn' : 'horizon',
    cart_type: chosenCart(form.get('cart_type')),
    auto_open_cart_drawer: form.has('auto_open_cart_drawer'),
    standard_actions: form.has('standard_actions'),
    consent: form.has('consent') ? 'required' : 'not-required',
  }
}

function chosenCart(written: string | null): ThemeSettings['cart_type'] {
  return written === 'drawer' || written === 'notification' ? written : 'page'
}
