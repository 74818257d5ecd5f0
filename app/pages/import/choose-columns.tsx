import { BlockStack, Box, Button, Checkbox, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris'
import { useState } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import { DELIMITERS, type DelimiterName } from '#app/rules/import/cells-of.ts'
import { letterOf, type ChosenColumns } from '#app/rules/import/chosen-columns.ts'
import type { Understood } from '#app/rules/import/understand-header.ts'

interface ChooseColumnsProps {
  /** The first rows of the file. */
  readonly first: readonly (readonly string[])[]
  /** What the columns were taken for so far; undefined where nobody knows. */
  readonly understood: Understood | undefined
  readonly isBusy: boolean
  /** What was said that parts the columns; undefined where the file tells. */
  readonly delimiter: DelimiterName | undefined
  onChoose(chosen: ChosenColumns): void
  onPart(delimiter: DelimiterName | undefined): void
}

const ROLES = ['none', 'beside', 'offered'] as const
type Role = (typeof ROLES)[number]

/** A file's columns with what stands in them, for the merchant to say what each of them holds. */
export function ChooseColumns({ first, understood, isBusy, delimiter, onChoose, onPart }: ChooseColumnsProps) {
  const { say } = useWords()
  const [roles, setRoles] = useState<readonly Role[]>(() => rolesOf(first, understood))
  const [isHeaded, setHeaded] = useState(true)
  const beside = roles.indexOf('beside')
  const offered = roles.flatMap((role, at) => (role === 'offered' ? at : []))
  // One column names the product itself: whichever was chosen last.
  const take = (role: Role, at: number) =>
    setRoles(roles.map((was, other) => (other === at ? role : role === 'beside' && was === 'beside' ? 'none' : was)))
  return (
    <Box background="bg-surface-secondary" padding="400" borderRadius="200">
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {say('import.columns')}
          </Text>
          <Text as="p">{say('import.columns.help')}</Text>
        </BlockStack>
        <Box maxWidth="320px">
          <Select
            label={say('import.columns.delimiter')}
            helpText={say('import.columns.delimiter.help')}
            disabled={isBusy}
            value={delimiter ?? 'found'}
            options={['found', ...Object.keys(DELIMITERS)].map((value) => ({ value, label: say(`import.columns.delimiter.${value}`) }))}
            onChange={(by) => onPart(by === 'found' ? undefined : (by as DelimiterName))}
          />
        </Box>
        <Checkbox label={say('import.columns.headed')} checked={isHeaded} onChange={setHeaded} />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          {roles.map((role, at) => (
            <Select
              key={at}
              label={labelOf(at)}
              helpText={
                first
                  .slice(isHeaded ? 1 : 0)
                  .flatMap((cells) => cells[at] || [])
                  .join(' · ') || say('import.column.empty')
              }
              value={role}
              options={ROLES.map((value) => ({ value, label: say(`import.column.${value}`) }))}
              onChange={(chosen) => take(chosen as Role, at)}
            />
          ))}
        </InlineGrid>
        <InlineStack>
          <Button
            disabled={beside === -1 || offered.length === 0}
            loading={isBusy}
            onClick={() => onChoose({ beside, offered, isHeadless: !isHeaded })}
          >
            {say('import.columns.read')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  )

  function labelOf(at: number): string {
    const header = isHeaded ? first[0]?.[at] : ''
    return header ? say('import.column', { letter: letterOf(at), header }) : say('import.column.unnamed', { letter: letterOf(at) })
  }
}

function rolesOf(first: ChooseColumnsProps['first'], understood: Understood | undefined): Role[] {
  const offered = new Set(understood?.offered.map(({ at }) => at))
  const width = Math.max(0, ...first.map(({ length }) => length))
  return Array.from({ length: width }, (_, at) => (understood?.beside.at === at ? 'beside' : offered.has(at) ? 'offered' : 'none'))
}
