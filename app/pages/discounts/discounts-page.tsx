import { BlockStack, Box, Card, InlineStack, Link, List, Page, Text } from '@shopify/polaris'
import { DiscountsAllowed } from '#app/kit/discounts-allowed.tsx'
import type { DiscountsKnown, ListedRule } from '#app/kit/discounts.server.ts'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { OtherDiscount } from '#app/offers/other-discount.ts'
import { sayGives, sayShare } from '#app/rules/say-discount.ts'

/** Which rules take something off, beside which other discounts, and what does not come off and why. */
export function DiscountsPage({ isAllowed, mode, classes, floor, others, used, most }: DiscountsKnown) {
  const { say, count } = useWords()
  if (classes.length === 0)
    return (
      <Page title={say('discounts.title')}>
        <Card>
          <NothingYet heading={say('discounts.none')} action={{ content: say('rules.title'), url: '/app/rules' }}>
            <p>{say('discounts.none.help')}</p>
          </NothingYet>
        </Card>
      </Page>
    )
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
          {others?.length === 0 && <Text as="p">{say('discounts.other.none')}</Text>}
          {others && others.length > 0 && (
            <List>
              {others.map((other) => (
                <List.Item key={other.title}>{say(`discounts.other.${sayingOf(other)}`, { title: other.title })}</List.Item>
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

/** How one of the shop's own discounts stands to those of rules. */
function sayingOf({ of, besideProducts }: OtherDiscount) {
  return besideProducts ? of : of === 'product' ? 'alone' : (`${of}-alone` as const)
}

function RuleLine({ rule: { id, name, discount, why, said, pages } }: { rule: ListedRule }) {
  const { say, count } = useWords()
  return (
    <BlockStack gap="050">
      <InlineStack gap="200">
        <Link url={`/app/rules/${id}`}>{name}</Link>
        <Text as="span">{sayGives(discount, say)}</Text>
      </InlineStack>
      <Text as="p" tone={why === null ? 'subdued' : 'caution'}>
        {say(`discounts.why.${why ?? 'stands'}`, { pages: count(pages), said: said ?? '' })}
      </Text>
    </BlockStack>
  )
}
