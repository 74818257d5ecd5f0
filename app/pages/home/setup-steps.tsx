import { Button, InlineStack } from '@shopify/polaris'
import type { ReactNode } from 'react'
import type { Words } from '#app/wording/words.ts'
import type { ShopFigures } from './home.server.ts'

/** What of a shop is set up. */
export interface SetUp {
  readonly figures: ShopFigures
  /** Null where the theme could not be read. */
  readonly blockPlaced: boolean | null
  readonly mayReadThemes: boolean
  readonly seesAllOrders: boolean
  readonly editorUrl: string
}

export interface Step {
  readonly done: boolean
  readonly title: string
  readonly detail: string
  /** Share of the work that is behind us, 0 to 100; absent where nothing runs. */
  readonly percent?: number | undefined
  readonly action?: ReactNode
}

/** The steps in the order in which a merchant would take them; `zone` is the shop's time zone. */
export function stepsOf(
  { figures, blockPlaced, mayReadThemes, seesAllOrders, editorUrl }: SetUp,
  { say, count, language }: Words,
  zone: string,
): Step[] {
  const since =
    figures.ordersSince && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(figures.ordersSince))
  const seen = since
    ? say(seesAllOrders ? 'setup.orders.done' : 'setup.orders.done-60', { orders: count(figures.orders), since })
    : say('setup.orders.none')
  return [
    syncStep('catalog', figures, say('setup.catalog.done', { products: count(figures.products) }), say, count),
    {
      ...syncStep('orders', figures, seen, say, count),
      action: !seesAllOrders && (
        <Button url="/app/settings/privacy" variant="plain">
          {say('setup.orders.more')}
        </Button>
      ),
    },
    {
      done: figures.activeRules > 0,
      title: say('setup.rule'),
      detail:
        figures.activeRules > 0
          ? say('setup.rule.done', { active: figures.activeRules, drafts: figures.draftRules })
          : say('setup.rule.open'),
      action: (
        <Button url={figures.activeRules > 0 ? '/app/rules' : '/app/rules/new'} variant={figures.activeRules > 0 ? 'plain' : 'primary'}>
          {say(figures.activeRules > 0 ? 'setup.rule.see' : 'setup.rule.make')}
        </Button>
      ),
    },
    {
      done: blockPlaced === true,
      title: say('setup.block'),
      detail: say(
        !mayReadThemes
          ? 'setup.block.not-allowed'
          : blockPlaced === null
            ? 'setup.block.unknown'
            : blockPlaced
              ? 'setup.block.done'
              : 'setup.block.open',
      ),
      action: blockPlaced !== true && (
        <InlineStack gap="300" blockAlign="center">
          <Button url={editorUrl} target="_top" variant="primary">
            {say('setup.block.place')}
          </Button>
          {!mayReadThemes && (
            <Button url="/app/settings/privacy" variant="plain">
              {say('setup.block.allow')}
            </Button>
          )}
        </InlineStack>
      ),
    },
    {
      done: figures.pages > 0,
      title: say('setup.pages'),
      detail: figures.pages > 0 ? say('setup.pages.done', { pages: count(figures.pages) }) : say('setup.pages.open'),
      action: figures.pages > 0 && (
        <Button url="/app/products" variant="plain">
          {say('setup.pages.see')}
        </Button>
      ),
    },
  ]
}

function syncStep(kind: 'catalog' | 'orders', { syncs }: ShopFigures, doneText: string, say: Words['say'], count: Words['count']): Step {
  const title = say(`setup.${kind}`)
  const sync = syncs.find((one) => one.kind === kind)
  switch (sync?.phase) {
    case 'done':
      return { done: true, title, detail: doneText }
    case 'exporting':
      return { done: false, title, detail: say('setup.exporting', { objects: count(sync.progress) }), percent: 5 }
    case 'reading':
      return {
        done: false,
        title,
        detail: say('setup.reading', { read: count(sync.progress), total: count(sync.total ?? 0) }),
        percent: 10 + (90 * sync.progress) / Math.max(sync.total ?? 1, 1),
      }
    case 'failed':
      return { done: false, title, detail: say('setup.failed') }
    case undefined:
    default:
      return { done: false, title, detail: say('setup.waiting') }
  }
}
