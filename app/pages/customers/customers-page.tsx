import { Badge, Banner, BlockStack, Card, DataTable, InlineStack, Page, Text } from '@shopify/polaris'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useFigureFormat } from '#app/kit/results/use-figure-format.ts'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { WINDOW_DAYS, type CustomerBoard } from '#app/measure/boards/customers/customer-board.ts'
import { BackCurve } from './back-curve.tsx'

interface CustomersPageProps {
  /** Null before customers were told apart. */
  readonly known: { readonly board: CustomerBoard; readonly at: string } | null
}

/** What personal picks bring over a customer's life, against customers from whom they were held out. */
export function CustomersPage({ known }: CustomersPageProps) {
  const { say } = useWords()
  return (
    <Page title={say('customers.title')} subtitle={say('customers.subtitle')}>
      {known && known.board.customers.shown + known.board.customers.heldOut > 0 ? (
        <Told {...known} />
      ) : (
        <Card>
          <NothingYet heading={say('customers.none')} action={{ content: say('nav.privacy'), url: '/app/settings/privacy' }}>
            {say('customers.none.help')}
          </NothingYet>
        </Card>
      )}
    </Page>
  )
}

function Told({ board, at }: NonNullable<CustomersPageProps['known']>) {
  const { say, count, money } = useWords()
  const format = useFigureFormat()
  const time = useTime()
  const { customers, isUneven, cameBack, curve, value, orders, cohorts, together } = board
  const columns = [say('customers.shown'), say('customers.held-out')]
  const window = { days: count(WINDOW_DAYS) }
  const ofCohort = (one: CustomerBoard['cohorts'][number]['shown']) =>
    say('customers.count', { customers: count(one.customers), value: money(one.value) })
  return (
    <BlockStack gap="400">
      {isUneven && (
        <Banner tone="warning">
          <p>{say('customers.uneven')}</p>
        </Banner>
      )}
      <TitledCard title={say('customers.back')} help={say('customers.back.help')}>
        <InlineStack gap="200">
          <Badge>{say('customers.groups', { shown: count(customers.shown), heldOut: count(customers.heldOut) })}</Badge>
          <Badge>{say('customers.at', { time: time(at) })}</Badge>
        </InlineStack>
        <BackCurve curve={curve} />
        <DataTable
          columnContentTypes={['text', 'numeric', 'numeric', 'numeric']}
          headings={['', ...columns, say('results.difference')]}
          rows={cameBack.map(({ days, shown, heldOut, interval }) => [
            say('customers.back.within', { days: count(days) }),
            format('share', shown),
            format('share', heldOut),
            say('results.between', { low: format('share', interval.low), high: format('share', interval.high) }),
          ])}
        />
      </TitledCard>
      {(value ?? orders) && (
        <TitledCard title={say('customers.value', window)} help={say('customers.value.help', window)}>
          <DataTable
            columnContentTypes={['text', 'numeric', 'numeric', 'numeric']}
            headings={[say('results.figure'), ...columns, say('results.difference')]}
            rows={[value, orders].flatMap((one) =>
              one
                ? [
                    [
                      say(`customers.figure.${one.name}`),
                      format(one.name, one.shown),
                      format(one.name, one.heldOut),
                      say('results.between', { low: format(one.name, one.interval.low), high: format(one.name, one.interval.high) }),
                    ],
                  ]
                : [],
            )}
          />
        </TitledCard>
      )}
      {cohorts.length > 0 && (
        <TitledCard title={say('customers.cohorts')}>
          <DataTable
            columnContentTypes={['text', 'text', 'text']}
            headings={[say('customers.month'), ...columns]}
            rows={cohorts.map(({ month, shown, heldOut }) => [month, ofCohort(shown), ofCohort(heldOut)])}
          />
        </TitledCard>
      )}
      <TitledCard title={say('customers.together')} gap="200">
        <Text as="p">
          {together
            ? say('customers.together.some', { low: money(together.low), high: money(together.high) })
            : say('customers.together.none')}
        </Text>
        <Text as="p" tone="subdued">
          {say('customers.never-added')}
        </Text>
      </TitledCard>
    </BlockStack>
  )
}
