import { BlockStack, Box, List, Text } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import type { Reason, RowFate } from '#app/rules/import/collect-pairings.ts'
import type { PairingsRead } from '#app/rules/import/read-pairings.ts'
import type { ImportView } from './import-view.ts'

export interface CsvRead extends Pick<PairingsRead, 'kind' | 'understood' | 'first' | 'rows' | 'bare' | 'left'> {
  /** The first rows of which something was left out. */
  readonly told: readonly RowFate[]
  readonly view: ImportView
}

/** What each column was taken for, how many rows there are, and what of them was left out and why. */
export function CsvUnderstood({ read: { understood, rows, bare, left, told }, name }: { read: CsvRead; name: string }) {
  const { say, count } = useWords()
  const { beside, offered } = understood
  const ignored = understood.ignored.filter((header) => header !== '')
  const reasons = Object.entries(left) as [Reason, number][]
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say('import.understood', { file: name })}
      </Text>
      <Text as="p">{say('import.understood.beside', { header: beside.header, by: say(`import.by.${beside.by}`) })}</Text>
      <List>
        {offered.map(({ at, header, by }) => (
          <List.Item key={at}>{say('import.understood.offered', { header, by: say(`import.by.${by}`) })}</List.Item>
        ))}
      </List>
      {ignored.length > 0 && <Text as="p">{say('import.understood.ignored', { headers: ignored.join(', ') })}</Text>}
      <Text as="p">{say(rows === 1 ? 'import.row' : 'import.rows', { rows: count(rows) })}</Text>
      {bare > 0 && <Text as="p">{say(bare === 1 ? 'import.bare-one' : 'import.bare', { rows: count(bare) })}</Text>}
      {reasons.length > 0 && (
        <Box background="bg-surface-secondary" padding="400" borderRadius="200">
          <BlockStack gap="200">
            <Text as="h4" variant="headingSm">
              {say('import.left')}
            </Text>
            <List>
              {reasons.map(([why, of]) => (
                <List.Item key={why}>
                  {say(of === 1 ? 'import.left.row' : 'import.left.rows', { rows: count(of), why: say(`import.why.${why}`) })}
                </List.Item>
              ))}
            </List>
            {told.map(({ line, left: cells }) => (
              <Text as="p" key={line} tone="subdued">
                {say('import.left.told', {
                  line: count(line),
                  what: cells.map(({ cell, why }) => `${cell} (${say(`import.why.${why}`)})`).join(', '),
                })}
              </Text>
            ))}
          </BlockStack>
        </Box>
      )}
    </BlockStack>
  )
}
