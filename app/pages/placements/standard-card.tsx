import { useAppBridge } from '@shopify/app-bridge-react'
import { Badge, BlockStack, Box, Button, Divider, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { useAction } from '#app/kit/requests/use-action.ts'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useAnswer } from '#app/kit/use-answer.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { StandardState } from '#app/publish/standard/standard-switch.server.ts'

/** Whether what rules say on product pages is also written to Shopify's own lists, and what became of that. */
export function StandardCard({ states }: { readonly states: readonly StandardState[] }) {
  const { say } = useWords()
  return (
    <TitledCard title={say('placements.standard')} help={say('placements.standard.help')}>
      <Text as="p">{say('placements.standard.before')}</Text>
      {states.map((state) => (
        <BlockStack key={state.intent} gap="400">
          <Divider />
          <OneList {...state} />
        </BlockStack>
      ))}
    </TitledCard>
  )
}

function OneList({ intent, isOn, written, left, refused, why }: StandardState) {
  const { say, count } = useWords()
  const shopify = useAppBridge()
  const turn = useAction<{ kind: 'switched' }>('/app/placements/standard')
  useAnswer(turn, () => void shopify.toast.show(say('placements.standard.switched')), !turn.isBusy)
  const list = say(`placements.standard.${intent}`)
  return (
    <BlockStack gap="200">
      <BadgedTitle title={list}>
        <Badge {...(isOn && { tone: 'success' })}>{say(isOn ? 'placements.standard.is-on' : 'placements.standard.is-off')}</Badge>
      </BadgedTitle>
      <Text as="p" tone="subdued">
        {say(`placements.standard.${intent}.help`)}
      </Text>
      {(isOn || written > 0) && <Text as="p">{say('placements.standard.written', { products: count(written) })}</Text>}
      {left > 0 && <Text as="p">{say('placements.standard.left', { products: count(left) })}</Text>}
      {refused > 0 && (
        <Text as="p" tone="critical">
          {say('placements.standard.refused', { products: count(refused), why: why ?? '' })}
        </Text>
      )}
      <Box>
        <Button
          loading={turn.isBusy}
          accessibilityLabel={say(isOn ? 'placements.standard.turn-off.of' : 'placements.standard.turn-on.of', { list })}
          onClick={() => turn.send('put', { intent, isOn: !isOn })}
        >
          {say(isOn ? 'placements.standard.turn-off' : 'placements.standard.turn-on')}
        </Button>
      </Box>
    </BlockStack>
  )
}
