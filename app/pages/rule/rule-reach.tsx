import { Banner, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris'
import { AtWork } from '#app/kit/at-work.tsx'
import { OfferedBeside, type OfferedBesideProps } from '#app/kit/offered-beside.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import type { Heavy } from '#app/kit/use-heavy.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Margins } from '#app/rules/deals/margins-of.ts'
import { sayShare } from '#app/rules/say-discount.ts'
import type { FindingView } from '#app/wording/finding-view.ts'

/** What a rule would do: its sentence, how many pages it reaches, and a few of them. */
export type RuleReachAnswer =
  | { readonly kind: 'incomplete' }
  | {
      readonly kind: 'reach'
      readonly sentence: string
      /** Product pages of the trigger, and those of them on which something is offered. */
      readonly triggers: number
      readonly pages: number
      readonly examples: readonly OfferedBesideProps[]
      /** Of what it offers, after its discount; null where it has none, or no cost is known. */
      readonly margins: Margins | null
      /** What was found in it, were it active as it is. */
      readonly findings: readonly FindingView[]
    }

export function RuleReach({ answer, isWorking, refused }: Heavy<RuleReachAnswer>) {
  const { say } = useWords()
  return (
    <div aria-live="polite">
      <TitledCard title={say('builder.reach')}>
        {refused && <Banner tone="warning">{say(`refused.${refused}`)}</Banner>}
        {answer === undefined && !refused && <SkeletonBodyText lines={4} />}
        {isWorking && <AtWork words={say('at-work.reach')} />}
        {answer?.kind === 'incomplete' && (
          <Text as="p" tone="subdued">
            {say('builder.reach.incomplete')}
          </Text>
        )}
        {answer?.kind === 'reach' && <Reached {...answer} />}
      </TitledCard>
    </div>
  )
}

function Reached({ sentence, triggers, pages, margins, examples }: Extract<RuleReachAnswer, { kind: 'reach' }>) {
  const { say, count } = useWords()
  return (
    <>
      <Text as="p">{sentence}</Text>
      <Text as="p" variant="headingLg">
        {say(pages === 1 ? 'builder.reach.page' : 'builder.reach.pages', { pages: count(pages) })}
      </Text>
      {margins && (
        <Text as="p">
          {say(margins.lowest === margins.highest ? 'discount.margin' : 'discount.margins', {
            lowest: sayShare(margins.lowest),
            highest: sayShare(margins.highest),
            known: count(margins.known),
            of: count(margins.of),
          })}
        </Text>
      )}
      {triggers > pages && (
        <Banner tone="warning">{say('builder.reach.empty', { missing: count(triggers - pages), triggers: count(triggers) })}</Banner>
      )}
      {examples.map((example) => (
        <OfferedBeside key={example.beside.id} {...example} />
      ))}
      {pages > examples.length && (
        <InlineStack>
          <Text as="span" tone="subdued">
            {say('builder.reach.more', { more: count(pages - examples.length) })}
          </Text>
        </InlineStack>
      )}
    </>
  )
}
