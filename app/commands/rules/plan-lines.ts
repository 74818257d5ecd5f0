import type { Decision, Review } from '#app/wording/review.ts'

const SIGN = { added: '+', changed: '~', removed: '-' } as const
const SHOWN_PAGES = 5

/**
 * A plan as lines for the terminal: each rule that is added, changed or removed with its sentences, the settings where they
 * differ, and how many product pages would show something else. `pages` are their titles.
 */
export function planLines({ rules, settings }: Pick<Review, 'rules' | 'settings'>, pages: readonly string[]): string[] {
  return [
    ...rules.flatMap(decisionLines),
    ...(settings
      ? ['~ Settings', ...settings.before.map((line) => `    was: ${line}`), ...settings.after.map((line) => `    is:  ${line}`)]
      : []),
    rules.length === 0 && !settings ? 'The file says what the shop’s merchants work on already.' : countLine(rules, settings !== null),
    pageLine(pages),
  ]
}

function decisionLines({ kind, id, name, notes, before, after }: Decision): string[] {
  const sentences =
    before === after || before === null || after === null ? [`    ${after ?? before}`] : [`    was: ${before}`, `    is:  ${after}`]
  return [`${SIGN[kind]} ${name} (${id})`, ...sentences, ...notes.map((note) => `    ${note}`)]
}

function countLine(rules: readonly Decision[], isSettings: boolean): string {
  const of = (kind: Decision['kind']) => rules.filter((rule) => rule.kind === kind).length
  return `Rules: ${of('added')} to add, ${of('changed')} to change, ${of('removed')} to remove.${isSettings ? ' The settings differ.' : ''}`
}

function pageLine(pages: readonly string[]): string {
  if (pages.length === 0) return 'Once published, no product page would show anything else than now.'
  const few = pages.slice(0, SHOWN_PAGES).join(', ')
  const more = pages.length > SHOWN_PAGES ? ` and ${pages.length - SHOWN_PAGES} more` : ''
  return `Once published, ${pages.length === 1 ? '1 product page' : `${pages.length} product pages`} would show something else than now: ${few}${more}.`
}
