import type { Settings } from '../storefront/json-template.ts'
import type { Words } from '../storefront/liquid/words.ts'
import { say } from '../storefront/liquid/words.ts'
import type { BlockSchema } from '../storefront/app-block.ts'
import { escapeText } from './escape-text.ts'

type Setting = NonNullable<BlockSchema['settings']>[number]

export const inEnglish = (words: Words, label: string): string => (label.startsWith('t:') ? say(words, 'en', label.slice(2), {}) : label)

/** The settings of a block as fields, empty where the block's own default stands. */
export function settingFields({ settings = [] }: BlockSchema, words: Words, current: Settings): string {
  return settings.map((setting) => settingField(setting, words, current)).join('')
}

function settingField(setting: Setting, words: Words, current: Settings): string {
  const { id, label, type, options, default: byDefault } = setting
  if (id === undefined || label === undefined) return ''
  const value = current[id]
  const choices = type === 'checkbox' ? ['true', 'false'].map((one) => ({ value: one, label: one === 'true' ? 'Yes' : 'No' })) : options
  const named = `<label>${escapeText(inEnglish(words, label))}`
  if (!choices)
    return `${named} <input name="${id}" value="${escapeText(String(value ?? ''))}" placeholder="${escapeText(String(byDefault ?? ''))}"></label>`
  const listed = choices.map(
    (one) =>
      `<option value="${escapeText(one.value)}"${String(value) === one.value ? ' selected' : ''}>${escapeText(inEnglish(words, one.label))}</option>`,
  )
  return `${named} <select name="${id}"><option value="">As usual</option>${listed.join('')}</select></label>`
}

/** What was left empty, or is out of bounds, stays as the block itself says. */
export function chosenSettings({ settings = [] }: BlockSchema, form: URLSearchParams): Settings {
  return Object.fromEntries(
    settings.flatMap((setting) => {
      const value = chosen(setting, form.get(setting.id ?? '')?.trim() ?? '')
      return value === undefined ? [] : [[setting.id ?? '', value]]
    }),
  )
}

function chosen({ type, min = 0, max = Infinity }: Setting, written: string): unknown {
  if (written === '') return undefined
  if (type === 'checkbox') return written === 'true'
  if (type !== 'range') return written
  return Number(written) >= min && Number(written) <= max ? Number(written) : undefined
}
