import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { leafOf, type FirstRule } from '#app/rules/first-set/first-set.ts'

/** What the categories of the shop's products speak for, before any order does. */
export function FirstSet({ first }: { readonly first: readonly FirstRule[] }) {
  const { say } = useWords()
  if (first.length === 0) return null
  return (
    <TitledCard title={say('first.title')} help={say('first.help')}>
      {first.map((one) => (
        <First key={one.key} one={one} />
      ))}
    </TitledCard>
  )
}

function First({ one }: { readonly one: FirstRule }) {
  const { say, count } = useWords()
  const act = useAction('/app/rules/list/suggestions')
  const name = say('first.name', { offered: leafOf(one.offered), beside: leafOf(one.beside) })
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {name}
          </Text>
          <Badge>{say('first.badge')}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {say('first.reach', { goods: count(one.goods), pages: count(one.pages) })}
        </Text>
      </BlockStack>
      <Button
        loading={act.isBusy}
        accessibilityLabel={say('first.make.of', { name })}
        onClick={() => act.send('post', { kind: 'first', key: one.key })}
      >
        {say('first.make')}
      </Button>
    </InlineStack>
  )
}
