import { Badge, BlockStack, Box, Button, Text } from '@shopify/polaris'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { WordsShown } from './load-words.server.ts'
import { useWordsWish } from './use-words-wish.ts'

/** Whether anything is said at all, and of how many products. */
export function WordsState({ isOn, known, products, published, isPublishing, angles }: WordsShown) {
  const { say, count } = useWords()
  const { send, isBusy } = useWordsWish()
  return (
    <TitledCard title={say('words.state')} help={say('words.state.help')}>
      <BlockStack gap="200">
        <BadgedTitle title={say('words.in-your-shop')}>
          <Badge {...(isOn && { tone: 'success' })}>{say(isOn ? 'words.is-on' : 'words.is-off')}</Badge>
          {isPublishing && <Badge tone="info">{say('words.publishing')}</Badge>}
        </BadgedTitle>
        <Text as="p">{say('words.known', { known: count(known), products: count(products) })}</Text>
        {(isOn || published > 0) && <Text as="p">{say('words.published', { published: count(published) })}</Text>}
        {angles && <Text as="p">{say('words.angles', { angles: angles.map((facet) => say(`words.facet.${facet}`)).join(' · ') })}</Text>}
      </BlockStack>
      <Box>
        <Button loading={isBusy} variant={isOn ? 'secondary' : 'primary'} onClick={() => send({ kind: 'turn', isOn: !isOn })}>
          {say(isOn ? 'words.turn-off' : 'words.turn-on')}
        </Button>
      </Box>
    </TitledCard>
  )
}
