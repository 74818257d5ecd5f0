import { Badge, BlockStack, Button, InlineStack, Text, type BadgeProps } from '@shopify/polaris'
import { useState } from 'react'
import { FACETS, type Facet } from '#app/copy/facts/facet.ts'
import type { CopyLocale } from '#app/copy/sentences/locale.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { ShownGroup } from './load-copy.server.ts'
import { Outlier } from './outlier.tsx'
import { sayFault } from './say-fault.ts'
import { SentenceEditor } from './sentence-editor.tsx'
import { useCopyWish } from './use-copy-wish.ts'

const TONE_OF = { approved: 'success', waiting: 'attention', off: undefined, declined: undefined } as const satisfies Record<
  ShownGroup['state'],
  BadgeProps['tone']
>

/** Sentences of one pattern: what they say of which products, who let it be said, and what can be decided for all of them. */
export function SentenceLines({ group, locale }: { readonly group: ShownGroup; readonly locale: CopyLocale }) {
  const { say, count } = useWords()
  const time = useTime()
  const [edited, setEdited] = useState<string>()
  const { facet, tone, pattern, writer, state, sentences, products, withdrawn, examples, outliers } = group
  const [first] = sentences as [ShownGroup['sentences'][number]]
  const isOne = sentences.length === 1
  const stated = FACETS.find((one): one is Exclude<Facet, 'price'> => one === facet && one !== 'price')
  const toEdit = sentences.find(({ id }) => (id ?? '') === edited)
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {say(tone === 'card' || tone === 'heading' ? `copy.facet.${facet}` : `copy.tone.${tone}`)}
        </Text>
        <Badge {...(TONE_OF[state] && { tone: TONE_OF[state] })}>{say(`copy.state.${state}`)}</Badge>
        <Badge>{say(`copy.writer.${writer}`)}</Badge>
        {tone !== 'heading' && (
          <Text as="span" tone="subdued">
            {tone === 'card'
              ? say(products > 0 ? 'copy.reaches.cards' : 'copy.reaches.no-cards', { products: count(products) })
              : isOne
                ? say('copy.reaches', { products: count(products) })
                : say('copy.reaches.types', { products: count(products), types: count(sentences.length) })}
          </Text>
        )}
      </InlineStack>
      {toEdit ? (
        <SentenceEditor sentence={toEdit} locale={locale} close={() => setEdited(undefined)} />
      ) : (
        <BlockStack gap="050">
          {(examples.length > 0 ? examples : [{ product: 0, title: '', text: pattern }]).map(({ product, title, text }) => (
            <Text as="p" key={product}>
              <bdi lang={locale}>{text}</bdi>{' '}
              {title && (
                <Text as="span" tone="subdued">
                  {title}
                </Text>
              )}
            </Text>
          ))}
        </BlockStack>
      )}
      {stated && outliers.length > 0 && (
        <BlockStack gap="050">
          <Text as="p" tone="subdued">
            {say('copy.outliers')}
          </Text>
          {outliers.map((outlier) => (
            <Outlier key={outlier.product} outlier={outlier} facet={stated} locale={locale} />
          ))}
        </BlockStack>
      )}
      {first.fault && <Text as="p">{sayFault(first.fault, say)}</Text>}
      {withdrawn > 0 && <Text as="p">{say('copy.withdrawn', { products: count(withdrawn) })}</Text>}
      {isOne && first.by && first.decidedAt && state !== 'waiting' && (
        <Text as="p" tone="subdued">
          {say(`copy.by.${first.by}`, { when: time(first.decidedAt) })}
        </Text>
      )}
      {!toEdit && <Decisions group={group} locale={locale} edit={isOne ? () => setEdited(first.id ?? '') : undefined} />}
      {!toEdit && !isOne && <EachOf group={group} locale={locale} edit={setEdited} />}
    </BlockStack>
  )
}

interface DecisionsProps {
  readonly group: ShownGroup
  readonly locale: CopyLocale
  readonly edit: (() => void) | undefined
}

function Decisions({ group: { facet, tone, pattern, writer, state, sentences }, locale, edit }: DecisionsProps) {
  const { say } = useWords()
  const { send, isBusy } = useCopyWish()
  const places = sentences.map(({ id }) => ({ id, locale, facet, tone }))
  const approveIt = say(writer === 'template' ? 'copy.switch-on' : 'copy.approve')
  const declineIt = say(writer === 'template' ? 'copy.switch-off' : 'copy.decline')
  const named = (action: string) => say('copy.action.of', { action, sentence: pattern })
  const hasFault = sentences.some(({ fault }) => fault)
  return (
    <InlineStack gap="200">
      {state !== 'approved' && !hasFault && (
        <Button loading={isBusy} accessibilityLabel={named(approveIt)} onClick={() => send({ kind: 'approve', sentences: places })}>
          {approveIt}
        </Button>
      )}
      {(state === 'approved' || state === 'waiting') && (
        <Button loading={isBusy} accessibilityLabel={named(declineIt)} onClick={() => send({ kind: 'decline', sentences: places })}>
          {declineIt}
        </Button>
      )}
      {edit && (
        <Button variant="plain" accessibilityLabel={named(say('copy.edit'))} onClick={edit}>
          {say('copy.edit')}
        </Button>
      )}
    </InlineStack>
  )
}

/** Each sentence of the pattern by itself, once somebody wants to see them. */
function EachOf({ group, locale, edit }: { readonly group: ShownGroup; readonly locale: CopyLocale; readonly edit: (id: string) => void }) {
  const { say, count } = useWords()
  const [isOpen, setOpen] = useState(false)
  const label = say(isOpen ? 'copy.each.close' : 'copy.each.open', { types: count(group.sentences.length) })
  return (
    <BlockStack gap="100">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          accessibilityLabel={say('copy.action.of', { action: label, sentence: group.pattern })}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </InlineStack>
      {isOpen &&
        group.sentences.map(({ id, words, products }) => (
          <InlineStack key={id} gap="200" blockAlign="center">
            <Text as="span">
              <bdi lang={locale}>{words}</bdi>
            </Text>
            <Text as="span" tone="subdued">
              {say('copy.reaches', { products: count(products) })}
            </Text>
            <Button
              variant="plain"
              accessibilityLabel={say('copy.action.of', { action: say('copy.edit'), sentence: words })}
              onClick={() => edit(id ?? '')}
            >
              {say('copy.edit')}
            </Button>
          </InlineStack>
        ))}
    </BlockStack>
  )
}
