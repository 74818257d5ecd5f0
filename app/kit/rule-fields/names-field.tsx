import { BlockStack, Combobox, Icon, InlineStack, Listbox, Tag } from '@shopify/polaris'
import { SearchIcon } from '@shopify/polaris-icons'
import { useState } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import type { NameSource } from '#app/rules/conditions/field.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import { useBuilder } from './builder-context.tsx'

interface NamesFieldProps {
  readonly names: readonly string[]
  readonly source: NameSource
  readonly path: string
  onChange(names: string[]): void
}

const MOST_SUGGESTED = 30

/** Names out of those that the shop's products bear; one that none bears yet can be typed, too. */
export function NamesField({ names, source, path, onChange }: NamesFieldProps) {
  const { say } = useWords()
  const { names: sources, faultAt } = useBuilder()
  const known = sources[source] ?? []
  const [typed, setTyped] = useState('')
  const chosen = new Set(names.map(fold))
  const suggestions = known.filter((name) => fold(name).includes(fold(typed))).slice(0, MOST_SUGGESTED)
  const isNew = typed.trim() !== '' && !known.some((name) => fold(name) === fold(typed))

  function toggle(name: string) {
    onChange(chosen.has(fold(name)) ? names.filter((one) => fold(one) !== fold(name)) : [...names, name.trim()])
    setTyped('')
  }

  return (
    <BlockStack gap="150">
      <Combobox
        allowMultiple
        activator={
          <Combobox.TextField
            label={say(`builder.names.${source}`)}
            labelHidden
            prefix={<Icon source={SearchIcon} />}
            placeholder={say(`builder.names.${source}`)}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            error={faultAt(path)}
          />
        }
      >
        {suggestions.length > 0 || isNew ? (
          <Listbox onSelect={toggle}>
            {isNew && (
              <Listbox.Action value={typed} key="typed">
                {say('builder.names.new', { name: typed.trim() })}
              </Listbox.Action>
            )}
            {suggestions.map((name) => (
              <Listbox.Option key={name} value={name} selected={chosen.has(fold(name))} accessibilityLabel={name}>
                <Listbox.TextOption selected={chosen.has(fold(name))}>{name}</Listbox.TextOption>
              </Listbox.Option>
            ))}
          </Listbox>
        ) : null}
      </Combobox>
      {names.length > 0 && (
        <InlineStack gap="150">
          {names.map((name) => (
            <Tag key={name} onRemove={() => toggle(name)}>
              {name}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  )
}
