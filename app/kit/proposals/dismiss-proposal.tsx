import { BlockStack, ChoiceList, Modal, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import { LONGEST_NOTE, REASONS, type Dismissal } from '#app/rules/proposals/dismissal.ts'

interface DismissProposalProps {
  readonly name: string
  onClose(): void
  onDismiss(dismissal: Dismissal): void
}

/** Asks why a proposal is not wanted. */
export function DismissProposal({ name, onClose, onDismiss }: DismissProposalProps) {
  const { say } = useWords()
  const [reason, setReason] = useState<Dismissal['reason']>('unrelated')
  const [note, setNote] = useState('')
  return (
    <Modal
      open
      title={say('proposals.dismiss.title', { name })}
      onClose={onClose}
      primaryAction={{ content: say('proposals.dismiss'), onAction: () => onDismiss({ reason, note }) }}
      secondaryActions={[{ content: say('proposals.dismiss.keep'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Text as="p">{say('proposals.dismiss.help')}</Text>
          <ChoiceList
            title={say('proposals.reason')}
            choices={REASONS.map((value) => ({ value, label: say(`proposals.reason.${value}`) }))}
            selected={[reason]}
            onChange={([chosen]: string[]) => setReason(chosen as Dismissal['reason'])}
          />
          <TextField
            label={say('proposals.note')}
            helpText={say('proposals.note.help')}
            value={note}
            onChange={setNote}
            maxLength={LONGEST_NOTE}
            autoComplete="off"
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  )
}
