import { BlockStack, Box, Button, Divider, InlineStack, Text } from '@shopify/polaris'
import { Fragment, type ReactNode } from 'react'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { useWaiting } from '#app/kit/waiting.ts'
import type { ShopFigures } from './home.server.ts'

interface NeedsYouProps {
  readonly figures: Pick<ShopFigures, 'syncs' | 'setAside' | 'pages'>
  /** Active rules with a problem. */
  readonly rulesInNeed: number
  /** Null where the theme could not be read. */
  readonly blockPlaced: boolean | null
  readonly editorUrl: string
  /** Active rules that cost buyers, as it is known. */
  readonly costlyRules: number
  /** Two rules have been compared, and the choice between them waits. */
  readonly isCompared: boolean
  /** Pairings of Search & Discovery that could be imported. */
  readonly complements: number
}

interface Need {
  readonly title: string
  readonly help: string
  readonly action: ReactNode
}

/** What waits for the merchant, the most pressing first; nothing where nothing does. */
export function NeedsYou(props: NeedsYouProps) {
  const { say } = useWords()
  const needs = useNeeds(props)
  if (needs.length === 0) return null
  return (
    <TitledCard title={say('needs.title')}>
      {needs.map(({ title, help, action }) => (
        <Fragment key={title}>
          <Divider />
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Box maxWidth="36rem">
              <BlockStack gap="050">
                <Text as="h3" variant="headingSm">
                  {title}
                </Text>
                <Text as="p" tone="subdued">
                  {help}
                </Text>
              </BlockStack>
            </Box>
            {action}
          </InlineStack>
        </Fragment>
      ))}
    </TitledCard>
  )
}

function useNeeds({ figures, rulesInNeed, costlyRules, isCompared, blockPlaced, editorUrl, complements }: NeedsYouProps): Need[] {
  const { say, count } = useWords()
  const waiting = useWaiting()
  const again = useAction('/app?index')
  const broken = figures.syncs.reduce((sum, sync) => sum + sync.broken, 0)
  const orphans = figures.syncs.reduce((sum, sync) => sum + sync.orphans, 0)
  const needs: Need[] = []
  if (blockPlaced === false && figures.pages > 0)
    needs.push({
      title: say('needs.block'),
      help: say('needs.block.help'),
      action: (
        <Button url={editorUrl} target="_top" variant="primary">
          {say('needs.block.add')}
        </Button>
      ),
    })
  if (waiting > 0)
    needs.push({
      title: say(waiting === 1 ? 'waiting.change' : 'waiting.changes', { changes: count(waiting) }),
      help: say('needs.waiting.help'),
      action: <Button url="/app/review">{say('waiting.review')}</Button>,
    })
  if (rulesInNeed > 0)
    needs.push({
      title: say(rulesInNeed === 1 ? 'lint.home.one' : 'lint.home', { rules: count(rulesInNeed) }),
      help: say('lint.home.help'),
      action: <Button url="/app/rules/list/problems">{say('lint.home.see')}</Button>,
    })
  if (costlyRules > 0)
    needs.push({
      title: say(costlyRules === 1 ? 'needs.costly.one' : 'needs.costly', { rules: count(costlyRules) }),
      help: say('needs.costly.help'),
      action: <Button url="/app/results">{say('home.results.open')}</Button>,
    })
  if (isCompared)
    needs.push({
      title: say('needs.compared'),
      help: say('needs.compared.help'),
      action: <Button url="/app/results/comparisons">{say('comparisons.see')}</Button>,
    })
  if (figures.setAside > 0)
    needs.push({
      title: say('home.set-aside'),
      help: say('home.set-aside.detail', { count: count(figures.setAside) }),
      action: (
        <Button loading={again.isBusy} onClick={() => again.send('put')}>
          {say('home.try-again')}
        </Button>
      ),
    })
  if (broken + orphans > 0)
    needs.push({
      title: say('home.quarantined'),
      help: say('home.quarantined.detail', { broken: count(broken), orphans: count(orphans) }),
      action: <Button url="/app/settings/status">{say('home.quarantined.which')}</Button>,
    })
  if (complements > 0)
    needs.push({
      title: say(complements === 1 ? 'import.discovery.found-one' : 'import.discovery.found', { pairings: count(complements) }),
      help: say('import.discovery.help'),
      action: <Button url="/app/import">{say('import.discovery.see')}</Button>,
    })
  return needs
}
