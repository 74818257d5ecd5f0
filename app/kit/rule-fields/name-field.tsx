import { Autocomplete } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import { useBuilder } from './builder-context.tsx'
import { suggest } from './suggest.ts'

interface NameFieldProps {
  readonly name: string
  readonly source: 'metafields' | 'options'
  readonly path: string
  /** Shown above the field; hidden where the field explains itself. */
  readonly label?: string
  onChange(name: string): void
}

const MOST_SUGGESTED = 30

/** The name of a metafield or an option, out of those that the shop's products have, or typed. */
export function NameField({ name, source, path, label, onChange }: NameFieldProps) {
  const { say, count } = useWords()
  const { names, faultAt } = useBuilder()
  const known = names[source] ?? []
  const { shown, more } = suggest(known, known.includes(name) ? '' : name, MOST_SUGGESTED)
  return (
    <Autocomplete
      options={[
        ...shown.map((one) => ({ value: one, label: one })),
        ...(more > 0 ? [{ value: '', label: say('builder.names.more', { more: count(more) }), disabled: true }] : []),
      ]}
      selected={[name]}
      onSelect={([chosen]) => chosen !== undefined && onChange(chosen)}
      textField={
        <Autocomplete.TextField
          label={label ?? say(`builder.name.${source}`)}
          labelHidden={label === undefined}
          placeholder={say(`builder.name.${source}`)}
          value={name}
          onChange={onChange}
          autoComplete="off"
          error={faultAt(path)}
        />
      }
    />
  )
}
