import { Badge, BlockStack, Box, Button, Divider, Text } from '@shopify/polaris'
import { Fragment, useState } from 'react'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Decision, Review } from '#app/wording/review.ts'
import { BeforeAfter } from './before-after.tsx'

const SHOWN_AT_FIRST = 10
const TONES = { added: 'success', removed: 'critical', changed: 'info' } as const

/** The rules that differ, each as the sentence it was and the sentence it is; then the settings. */
export function ChangedRules({ review: { rules, settings } }: { review: Review }) {
  const { say, count } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? rules : rules.slice(0, SHOWN_AT_FIRST)
  return (
    <TitledCard title={say('review.decisions')}>
      {shown.map((decision, at) => (
        <Fragment key={decision.id}>
          {at > 0 && <Divider />}
          <ChangedRule {...decision} />
        </Fragment>
      ))}
      {shown.length < rules.length && (
        <Box>
          <Button variant="plain" onClick={() => setAll(true)}>
            {say('review.all-rules', { rules: count(rules.length) })}
          </Button>
        </Box>
      )}
      {settings && (
        <>
          {rules.length > 0 && <Divider />}
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {say('settings.title')}
            </Text>
            <BeforeAfter before={<Lines of={settings.before} />} after={<Lines of={settings.after} />} />
          </BlockStack>
        </>
      )}
    </TitledCard>
  )
}

function ChangedRule({ name, kind, notes, before, after }: Decision) {
  const { say } = useWords()
  return (
    <BlockStack gap="200">
      <BadgedTitle title={name}>
        <Badge tone={TONES[kind]}>{say(`review.${kind}`)}</Badge>
      </BadgedTitle>
      {notes.map((note) => (
        <Text as="p" key={note}>
          {note}
        </Text>
      ))}
      {before !== null && after !== null && before !== after ? (
        <BeforeAfter before={<Lines of={[before]} />} after={<Lines of={[after]} />} />
      ) : (
        <Lines of={[(after ?? before)!]} />
      )}
    </BlockStack>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <Text as="p" tone="subdued" key={line}>
      {line}
    </Text>
  ))
}
