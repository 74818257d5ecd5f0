import { Badge, BlockStack, Box, Button, Card, Divider, Icon, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import { CheckCircleIcon } from '@shopify/polaris-icons'
import { Fragment, useId, useState } from 'react'
import { useDismissed } from '#app/kit/use-dismissed.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { useZone } from '#app/kit/zone.ts'
import { stepsOf, type SetUp, type Step } from './setup-steps.tsx'

/** Under which this browser keeps that the list was dismissed. */
const DISMISSED = 'tandem.setup-dismissed'

/**
 * What is set up and what is not, in the order in which a merchant would do it. It folds away once all is done, and can be dismissed then.
 */
export function SetupList(props: SetUp) {
  const words = useWords()
  const steps = stepsOf(props, words, useZone())
  const done = steps.filter((step) => step.done).length
  const isDone = done === steps.length
  const [chosen, setChosen] = useState<boolean>()
  const [isDismissed, dismiss] = useDismissed(DISMISSED)
  const isOpen = chosen ?? !isDone
  if (isDone && isDismissed) return null
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {words.say('setup.title')}
            </Text>
            <Badge tone={isDone ? 'success' : 'info'}>{words.say('setup.count', { done, all: steps.length })}</Badge>
          </InlineStack>
          <InlineStack gap="200">
            {isDone && (
              <Button variant="tertiary" onClick={dismiss}>
                {words.say('setup.dismiss')}
              </Button>
            )}
            <Button variant="tertiary" disclosure={isOpen ? 'up' : 'down'} ariaExpanded={isOpen} onClick={() => setChosen(!isOpen)}>
              {words.say(isOpen ? 'setup.hide' : 'setup.show')}
            </Button>
          </InlineStack>
        </InlineStack>
        {isOpen &&
          steps.map((step) => (
            <Fragment key={step.title}>
              <Divider />
              <SetupStep {...step} />
            </Fragment>
          ))}
      </BlockStack>
    </Card>
  )
}

function SetupStep({ done, title, detail, percent, action }: Step) {
  const id = useId()
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Box>
        <StepMark done={done} />
      </Box>
      <Box width="100%">
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm" id={id}>
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {detail}
          </Text>
          {percent !== undefined && <ProgressBar progress={percent} size="small" ariaLabelledBy={id} />}
          {action && <InlineStack>{action}</InlineStack>}
        </BlockStack>
      </Box>
    </InlineStack>
  )
}

/** A tick, or an empty ring in its place. */
function StepMark({ done }: { done: boolean }) {
  const { say } = useWords()
  if (done) return <Icon source={CheckCircleIcon} tone="success" accessibilityLabel={say('setup.done')} />
  return (
    <Box padding="050">
      <Box width="16px" minHeight="16px" borderRadius="full" borderWidth="050" borderColor="border-secondary" borderStyle="dashed">
        <Text as="span" visuallyHidden>
          {say('setup.open')}
        </Text>
      </Box>
    </Box>
  )
}
