import { BlockStack, Button, ButtonGroup, Card, Modal, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import { LONGEST_WHY } from '#app/rules/versions/maker.ts'

interface PublishCardProps {
  /** The number of the version that publishing makes. */
  readonly next: number
  readonly busy: boolean
  /** Changes that are to be published, of so many that wait. */
  readonly chosen: number
  readonly of: number
  onPublish(why: string): void
  onDiscard(): void
}

/** The merchant's note, and the two things that can be done with what waits. */
export function PublishCard({ next, busy, chosen, of, onPublish, onDiscard }: PublishCardProps) {
  const { say, count } = useWords()
  const [why, setWhy] = useState('')
  const [discarding, setDiscarding] = useState(false)
  const discard = () => {
    setDiscarding(false)
    onDiscard()
  }
  return (
    <Card>
      <BlockStack gap="400">
        <TextField
          label={say('review.why')}
          helpText={say('review.why.help')}
          value={why}
          onChange={setWhy}
          maxLength={LONGEST_WHY}
          showCharacterCount
          autoComplete="off"
        />
        <ButtonGroup>
          <Button variant="primary" loading={busy} disabled={chosen === 0} onClick={() => onPublish(why)}>
            {chosen === of
              ? say('review.publish', { number: next })
              : say('review.publish.some', { changes: count(chosen), of: count(of) })}
          </Button>
          <Button disabled={busy} onClick={() => setDiscarding(true)}>
            {say('review.discard')}
          </Button>
        </ButtonGroup>
        {chosen < of && (
          <Text as="p" tone="subdued">
            {say('review.publish.rest')}
          </Text>
        )}
      </BlockStack>
      <Modal
        open={discarding}
        onClose={() => setDiscarding(false)}
        title={say('review.discard.sure')}
        primaryAction={{ content: say('review.discard'), destructive: true, loading: busy, onAction: discard }}
        secondaryActions={[{ content: say('review.discard.keep'), onAction: () => setDiscarding(false) }]}
      >
        <Modal.Section>
          <Text as="p">{say(next === 1 ? 'review.discard.help-first' : 'review.discard.help', { number: next - 1 })}</Text>
        </Modal.Section>
      </Modal>
    </Card>
  )
}
