import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { CopyShown } from './load-copy.server.ts'
import { useCopyWish } from './use-copy-wish.ts'

/** Whether anything is said at all, and of how many products. */
export function CopyState({ isOn, editorUrl, known, products, published, isPublishing, angles }: CopyShown) {
  const { say, count } = useWords()
  const { send, isBusy } = useCopyWish()
  return (
    <TitledCard title={say('copy.state')} help={say('copy.state.help')}>
      <BlockStack gap="200">
        <BadgedTitle title={say('copy.in-your-shop')}>
          <Badge {...(isOn && { tone: 'success' })}>{say(isOn ? 'copy.is-on' : 'copy.is-off')}</Badge>
          {isPublishing && <Badge tone="info">{say('copy.publishing')}</Badge>}
        </BadgedTitle>
        <Text as="p">{say('copy.known', { known: count(known), products: count(products) })}</Text>
        {(isOn || published > 0) && <Text as="p">{say('copy.published', { published: count(published) })}</Text>}
        {angles && <Text as="p">{say('copy.angles', { angles: angles.map((facet) => say(`copy.facet.${facet}`)).join(' · ') })}</Text>}
      </BlockStack>
      <InlineStack gap="200">
        <Button loading={isBusy} variant={isOn ? 'secondary' : 'primary'} onClick={() => send({ kind: 'turn', isOn: !isOn })}>
          {say(isOn ? 'copy.turn-off' : 'copy.turn-on')}
        </Button>
        <Button url={editorUrl} target="_top">
          {say('copy.place')}
        </Button>
      </InlineStack>
    </TitledCard>
  )
}
