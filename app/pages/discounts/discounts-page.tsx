import { BlockStack, Box, Card, EmptyState, InlineStack, Link, List, Page, Text } from '@shopify/polaris'
import { DiscountsAllowed } from '#app/kit/discounts-allowed.tsx'
import type { DiscountsKnown, ListedRule } from '#app/kit/discounts.server.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { sayShare } from '#app/rules/say-discount.ts'

/** Which rules take something off, beside which other discounts, and what does not come off and why. */
export function DiscountsPage({ isAllowed, mode, classes, floor, others, used, most }: DiscountsKnown) {
  const { say, count } = useWords()
  if (classes.length === 0)
    return (
      <Page title={say('discounts.title')}>
        <Card>
          <EmptyState heading={say('discounts.none')} action={{ content: say('rules.title'), url: '/app/rules' }} image="">
            <p>{say('discounts.none.help')}</p>
          </EmptyState>
        </Card>
      </Page>
    )
  const ofProducts = others.filter(({ isOfProducts }) => isOfProducts)
  return (
    <Page title={say('discounts.title')} subtitle={say('discounts.subtitle')}>
      <BlockStack gap="400">
        <DiscountsAllowed isAllowed={isAllowed} />
        {classes.map(({ stack, rules }) => (
          <TitledCard key={stack} title={say(`discounts.stack.${stack}`)} help={say(`discounts.stack.${stack}.help`)}>
            <BlockStack gap="300">
              {rules.map((rule) => (
                <RuleLine key={rule.id} rule={rule} />
              ))}
            </BlockStack>
          </TitledCard>
        ))}
        <TitledCard title={say('discounts.line')} help={say('discounts.line.help')}>
          {ofProducts.length > 0 && (
            <List>
              {ofProducts.map(({ title, besideProducts }) => (
                <List.Item key={title}>{say(besideProducts ? 'discounts.other' : 'discounts.other-alone', { title })}</List.Item>
              ))}
            </List>
          )}
          <Text as="p" tone={used >= most ? 'critical' : 'subdued'}>
            {say('discounts.used', { used: count(used), most: count(most) })}
          </Text>
        </TitledCard>
        <TitledCard
          title={say('settings.floor')}
          help={floor === null ? say('discounts.no-floor') : say('discounts.floor', { percent: sayShare(floor) })}
        >
          <InlineStack>
            <Link url="/app/settings">{say('settings.title')}</Link>
          </InlineStack>
        </TitledCard>
        {mode && (
          <Box paddingInline={{ xs: '400', sm: '0' }}>
            <Text as="p" tone="subdued">
              {say(`discounts.mode.${mode}`)}
            </Text>
          </Box>
        )}
      </BlockStack>
    </Page>
  )
}

function RuleLine({ rule: { id, name, why, said, pages } }: { rule: ListedRule }) {
  const { say, count } = useWords()
  return (
    <BlockStack gap="050">
      <InlineStack>
        <Link url={`/app/rules/${id}`}>{name}</Link>
      </InlineStack>
      <Text as="p" tone={why === null ? 'subdued' : 'caution'}>
        {say(`discounts.why.${why ?? 'stands'}`, { pages: count(pages), said: said ?? '' })}
      </Text>
    </BlockStack>
  )
}
