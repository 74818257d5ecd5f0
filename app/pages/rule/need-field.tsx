import { Checkbox, FormLayout } from '@shopify/polaris'
import { NameField } from '#app/kit/rule-fields/name-field.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Need } from '#app/rules/rule.ts'

interface NeedFieldProps {
  readonly need: Need | null
  readonly path: string
  onChange(need: Need | null): void
}

/** Whether as many pieces are offered as the product needs, and which metafields say how many. */
export function NeedField({ need, path, onChange }: NeedFieldProps) {
  const { say } = useWords()
  return (
    <FormLayout>
      <Checkbox
        label={say('builder.need')}
        helpText={say('builder.need.help')}
        checked={need !== null}
        onChange={(wanted) => onChange(wanted ? { takes: '', holds: '' } : null)}
      />
      {need && (
        <FormLayout.Group condensed>
          <NameField
            name={need.takes}
            source="metafields"
            label={say('builder.need.takes')}
            path={`${path}.takes`}
            onChange={(takes) => onChange({ ...need, takes })}
          />
          <NameField
            name={need.holds}
            source="metafields"
            label={say('builder.need.holds')}
            path={`${path}.holds`}
            onChange={(holds) => onChange({ ...need, holds })}
          />
        </FormLayout.Group>
      )}
    </FormLayout>
  )
}
