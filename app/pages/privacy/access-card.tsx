import { Badge, BlockStack, Button, InlineError, InlineStack, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { useScopeChange } from '#app/kit/use-scope-change.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { ACCESS_SCOPES } from '#app/shopify/access-scopes.ts'

/** What the app may do in the shop: each with its reason, what is missing without it, and one click to change it. */
export function AccessCard({ granted }: { granted: readonly string[] }) {
  const { say } = useWords()
  const { change, asking, failed } = useScopeChange()
  return (
    <LinedCard title={say('scope.title')} help={say('scope.help')}>
      {ACCESS_SCOPES.map(({ scope, optional }) => {
        const has = granted.includes(scope)
        return (
          <BlockStack key={scope} gap="100">
            <InlineStack gap="200" align="space-between" blockAlign="center">
              <BadgedTitle title={say(`scope.${scope}`)}>
                <Badge {...(has && { tone: 'success' as const })}>
                  {say(has ? (optional ? 'scope.allowed' : 'scope.needed') : 'scope.not-allowed')}
                </Badge>
              </BadgedTitle>
              {optional && (
                <Button
                  size="slim"
                  id={scope}
                  loading={asking === scope}
                  accessibilityLabel={say(has ? 'scope.take-back-one' : 'scope.allow-one', { scope: say(`scope.${scope}`) })}
                  onClick={() => change(has ? 'revoke' : 'request', scope)}
                >
                  {say(has ? 'scope.take-back' : 'scope.allow')}
                </Button>
              )}
            </InlineStack>
            {failed === scope && <InlineError message={say('scope.failed')} fieldID={scope} />}
            <Text as="p">{say(`scope.${scope}.why`)}</Text>
            {optional && (
              <Text as="p" tone="subdued">
                {say(`scope.${scope}.without`)}
              </Text>
            )}
          </BlockStack>
        )
      })}
      <Text as="p" tone="subdued">
        {say('scope.not-asked')}
      </Text>
    </LinedCard>
  )
}
