import { AutoSelection, BlockStack, Combobox, Icon, InlineStack, Listbox, Tag } from '@shopify/polaris'
import { SearchIcon } from '@shopify/polaris-icons'
import { useState } from 'react'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { NameSource } from '#app/rules/conditions/field.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import { useBuilder } from './builder-context.tsx'
import { suggest } from './suggest.ts'

interface NamesFieldProps {
  readonly names: readonly string[]
  readonly source: NameSource
  readonly path: string
  onChange(names: string[]): void
}

const MOST_SUGGESTED = 30

/** Names out of those that the shop's products bear; one that none bears yet can be typed, too. */
export function NamesField({ names, source, path, onChange }: NamesFieldProps) {
  const { say, count } = useWords()
  const { names: sources, faultAt } = useBuilder()
  const known = sources[source] ?? []
  const [typed, setTyped] = useState('')
  const chosen = new Set(names.map(fold))
  const { shown: suggestions, more } = suggest(known, typed, MOST_SUGGESTED)
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const isNew = typed.trim() !== '' && !known.some((name) => fold(name) === fold(typed))

  function toggle(name: string) {
    onChange(chosen.has(fold(name)) ? names.filter((one) => fold(one) !== fold(name)) : [...names, name.trim()])
    setTyped('')
  }

  return (
    <BlockStack gap="150">
      <div {...adds}>
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
            <Listbox autoSelection={AutoSelection.First} onSelect={toggle}>
              {suggestions.map((name) => (
                <Listbox.Option key={name} value={name} selected={chosen.has(fold(name))} accessibilityLabel={name}>
                  <Listbox.TextOption selected={chosen.has(fold(name))}>{name}</Listbox.TextOption>
                </Listbox.Option>
              ))}
              {isNew && (
                <Listbox.Action value={typed} key="typed">
                  {say(known.length > 0 ? 'builder.names.unknown' : 'builder.names.new', { name: typed.trim() })}
                </Listbox.Action>
              )}
              {more > 0 && (
                <Listbox.Option value="" disabled key="more">
                  <Listbox.TextOption disabled>{say('builder.names.more', { more: count(more) })}</Listbox.TextOption>
                </Listbox.Option>
              )}
            </Listbox>
          ) : null}
        </Combobox>
      </div>
      {names.length > 0 && (
        <InlineStack gap="150">
          {names.map((name, at) => (
            <div key={name} {...bin}>
              <Tag
                onRemove={() => {
                  noteRemoval(at)
                  toggle(name)
                }}
              >
                {name}
              </Tag>
            </div>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  )
}
