import { Badge, Box, InlineGrid, Text, Thumbnail } from '@shopify/polaris'
import { ImageIcon } from '@shopify/polaris-icons'
import { ProductLine } from '#app/kit/product-line.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { RulePicture } from './rule-picture.ts'

/** What one product's page would show: the product, and the cards beside it as shoppers would see them. */
export function ProposalPicture({ picture }: { picture: RulePicture | null }) {
  const { say, money } = useWords()
  if (picture === null) return <Text as="p">{say('proposals.picture.none')}</Text>
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <Text as="p" variant="bodySm" tone="subdued">
        {say('proposals.picture')}
      </Text>
      <Box paddingBlock="200">
        <ProductLine product={picture.beside} strong />
      </Box>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
        {picture.cards.map((card) => (
          <Box key={card.id} background="bg-surface" borderRadius="200" padding="200">
            <Thumbnail source={card.pictureUrl ?? ImageIcon} alt="" />
            <Text as="p" variant="bodySm">
              {card.title}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {card.price === null ? '' : money(card.price)}
            </Text>
            {!card.byThis && <Badge>{say('proposals.by-others')}</Badge>}
          </Box>
        ))}
      </InlineGrid>
    </Box>
  )
}
