import { Badge, BlockStack, Box, Button, Checkbox, Divider, InlineStack, Text } from '@shopify/polaris'
import { Fragment, useState, type PropsWithChildren } from 'react'
import { BadgedTitle } from '#app/kit/badged-title.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Decision, Review } from '#app/wording/review.ts'
import { BeforeAfter } from './before-after.tsx'

/** By which the settings are left out; no rule has it. */
export const SETTINGS = '*settings'

/** Changes that are not to be published yet, rules by their ids; a press takes one in or leaves it out. */
export interface Choice {
  readonly left: ReadonlySet<string>
  onChange(id: string): void
}

const SHOWN_AT_FIRST = 10
const TONES = { added: 'success', removed: 'critical', changed: 'info' } as const

/** The rules that differ, each as the sentence it was and the sentence it is; then the settings. */
export function ChangedRules({ review: { rules, settings }, choice }: { review: Review; choice?: Choice }) {
  const { say, count } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? rules : rules.slice(0, SHOWN_AT_FIRST)
  return (
    <TitledCard title={say('review.decisions')}>
      {shown.map((decision, at) => (
        <Fragment key={decision.id}>
          {at > 0 && <Divider />}
          {choice ? (
            <Choosable
              label={say('review.choose', { name: decision.name })}
              isChosen={!choice.left.has(decision.id)}
              onChange={() => choice.onChange(decision.id)}
            >
              <ChangedRule {...decision} />
            </Choosable>
          ) : (
            <ChangedRule {...decision} />
          )}
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
          {choice ? (
            <Choosable
              label={say('review.choose', { name: say('settings.title') })}
              isChosen={!choice.left.has(SETTINGS)}
              onChange={() => choice.onChange(SETTINGS)}
            >
              <ChangedSettings settings={settings} />
            </Choosable>
          ) : (
            <ChangedSettings settings={settings} />
          )}
        </>
      )}
    </TitledCard>
  )
}

function ChangedSettings({ settings }: { settings: NonNullable<Review['settings']> }) {
  const { say } = useWords()
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say('settings.title')}
      </Text>
      <BeforeAfter before={<Lines of={settings.before} />} after={<Lines of={settings.after} />} />
    </BlockStack>
  )
}

interface ChoosableProps {
  readonly label: string
  readonly isChosen: boolean
  onChange(): void
}

function Choosable({ label, isChosen, onChange, children }: PropsWithChildren<ChoosableProps>) {
  return (
    <InlineStack gap="200" wrap={false} blockAlign="start">
      <Checkbox label={label} labelHidden checked={isChosen} onChange={onChange} />
      <div style={{ flex: '1 1 auto', minWidth: 0 }}>{children}</div>
    </InlineStack>
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
