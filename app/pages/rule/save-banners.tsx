import { Banner, BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris'
import { NotSavedBanner } from '#app/kit/requests/not-saved-banner.tsx'
import { TooMuchBanner } from '#app/kit/too-much-banner.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Decision } from '#app/wording/review.ts'
import type { RuleForm } from './use-rule-form.ts'

/** What became of saving a rule, above its form, and how to go on. */
export function SaveBanners({ form }: { readonly form: RuleForm }) {
  const { say } = useWords()
  const { save, faults } = form
  const { answer } = save
  return (
    <>
      {form.isRestored && form.isUnsaved && (
        <Banner tone="info" title={say('unsaved.restored')} action={{ content: say('unsaved.discard'), onAction: form.discard }} />
      )}
      {form.isHeld && (
        <Banner tone="critical" title={say('builder.refused')}>
          {[...new Set(faults.map(({ message }) => message))].map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Banner>
      )}
      <NotSavedBanner refused={save.refused} again={save.again} />
      {answer?.kind === 'changed-meanwhile' && <Meanwhile standing={answer.standing} did={answer.did} form={form} />}
      <TooMuchBanner answer={answer} />
    </>
  )
}

interface MeanwhileProps {
  /** What another made of the rule; null where they deleted it. */
  readonly standing: RuleForm['was']
  readonly did: Decision | null
  readonly form: RuleForm
}

function Meanwhile({ standing, did, form }: MeanwhileProps) {
  const { say } = useWords()
  return (
    <Banner tone="warning" title={say(standing ? 'conflict.changed' : 'conflict.deleted')}>
      <BlockStack gap="200">
        <Text as="p">{say(standing ? 'conflict.changed.help' : 'conflict.deleted.help')}</Text>
        {did?.notes.map((note) => (
          <Text as="p" key={note}>
            {note}
          </Text>
        ))}
        {did && (
          <Text as="p" fontWeight="semibold">
            {did.after}
          </Text>
        )}
        <ButtonGroup>
          <Button onClick={() => form.keepMine(standing)}>{say('conflict.keep-mine')}</Button>
          <Button onClick={() => form.takeTheirs(standing)}>{say(standing ? 'conflict.take-theirs' : 'conflict.stay-deleted')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Banner>
  )
}
