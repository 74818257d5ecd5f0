import { Autocomplete } from '@shopify/polaris'
import { useWords } from '#app/kit/use-words.tsx'
import { useBuilder } from './builder-context.tsx'

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
  const { say } = useWords()
  const { names, faultAt } = useBuilder()
  const known = names[source] ?? []
  const sought = name.trim().toLowerCase()
  const found = known.includes(name) ? known : known.filter((one) => one.toLowerCase().includes(sought))
  return (
    <Autocomplete
      options={found.slice(0, MOST_SUGGESTED).map((one) => ({ value: one, label: one }))}
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
