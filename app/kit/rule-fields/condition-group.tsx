import { BlockStack, Box, Button, InlineStack, Select } from '@shopify/polaris'
import { DeleteIcon, PlusIcon } from '@shopify/polaris-icons'
import { useFocusAfterRemoval } from '#app/kit/use-focus-after-removal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import { blankFact } from '#app/rules/conditions/blank-fact.ts'
import type { CartFact } from '#app/rules/conditions/cart-fact.ts'
import { CART_FACTS, type Fact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import { FactFields } from './fact-fields.tsx'
import { replaceRow, rowKey } from './rows.ts'

type Group<Of extends Fact> = { readonly kind: 'all' | 'any'; readonly of: readonly Tree<Of>[] }

/** Groups inside groups, as far as a person can follow. */
const DEEPEST_IN_FORM = 3

interface ConditionGroupProps<Of extends Fact> {
  readonly group: Group<Of>
  /** What the form offers to look at, in order. */
  readonly kinds: readonly Of['kind'][]
  readonly path: string
  readonly depth?: number
  onChange(group: Group<Of>): void
}

/** Conditions of which all or any must hold, each a row or a group of its own. */
export function ConditionGroup<Of extends Fact>({ group, kinds, path, depth = 1, onChange }: ConditionGroupProps<Of>) {
  const { say } = useWords()
  const replace = (at: number, part: Tree<Of> | undefined) => onChange({ ...group, of: replaceRow<Tree<Of>>(group.of, at, part) })
  const { bin, adds, noteRemoval } = useFocusAfterRemoval()
  const add = (part: Tree<Of>) => onChange({ ...group, of: [...group.of, part] })
  return (
    <BlockStack gap="300">
      {group.of.length > 1 && (
        <Box maxWidth="240px">
          <Select
            label={say('builder.joined')}
            labelHidden
            value={group.kind}
            options={[
              { value: 'all', label: say('builder.all') },
              { value: 'any', label: say('builder.any') },
            ]}
            onChange={(kind) => onChange({ ...group, kind: kind as Group<Of>['kind'] })}
          />
        </Box>
      )}
      {group.of.map((part, at) => (
        <ConditionRow
          key={rowKey(part)}
          condition={part}
          kinds={kinds}
          path={`${path}.of.${at}`}
          depth={depth}
          onChange={(next) => replace(at, next)}
          bin={bin}
          onRemove={() => {
            noteRemoval(at)
            replace(at, undefined)
          }}
        />
      ))}
      <InlineStack gap="200">
        <div {...adds}>
          <Button icon={PlusIcon} variant="tertiary" onClick={() => add(blankFact(kinds[0]!) as Of)}>
            {say('builder.add')}
          </Button>
        </div>
        {depth < DEEPEST_IN_FORM && (
          <Button
            icon={PlusIcon}
            variant="tertiary"
            onClick={() => add({ kind: group.kind === 'all' ? 'any' : 'all', of: [blankFact(kinds[0]!) as Of] })}
          >
            {say('builder.add-group')}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  )
}

/** A condition on products inside another, in a frame of its own. */
function drawGoods(of: Tree<CartFact>, path: string, onChange: (of: Tree<CartFact>) => void) {
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
      <ConditionGroup<CartFact> kinds={CART_FACTS} group={asGroup(of)} path={path} depth={DEEPEST_IN_FORM} onChange={onChange} />
    </Box>
  )
}

/** The form shows a group at the top; a rule written elsewhere may have a lone condition there. */
export function asGroup<Of extends Fact>(condition: Tree<Of>): Group<Of> {
  return condition.kind === 'all' || condition.kind === 'any' ? (condition as Group<Of>) : { kind: 'all', of: [condition] }
}

interface ConditionRowProps<Of extends Fact> {
  readonly condition: Tree<Of>
  readonly kinds: readonly Of['kind'][]
  readonly path: string
  readonly depth: number
  /** Marks what removes the row. */
  readonly bin: object
  onChange(condition: Tree<Of>): void
  onRemove(): void
}

/** One condition: what it looks at, whether it must hold or must not, and its values; or a group in a frame. */
function ConditionRow<Of extends Fact>({ condition, kinds, path, depth, bin, onChange, onRemove }: ConditionRowProps<Of>) {
  const { say } = useWords()
  const negated = condition.kind === 'not'
  const inner = (negated ? condition.of : condition) as Of | Group<Of> | { readonly kind: 'not' }
  const innerPath = negated ? `${path}.of` : path
  const put = (next: Tree<Of>) => onChange(negated ? { kind: 'not', of: next } : next)
  const isGroup = inner.kind === 'all' || inner.kind === 'any'
  const remove = (
    <div {...bin}>
      <Button
        icon={DeleteIcon}
        variant="tertiary"
        accessibilityLabel={say(isGroup ? 'builder.remove-group' : 'builder.remove')}
        onClick={onRemove}
      />
    </div>
  )
  const truth = (
    <Select
      label={say('builder.truth')}
      labelHidden
      value={negated ? 'not' : 'is'}
      options={[
        { value: 'is', label: say(isGroup ? 'builder.group.holds' : 'builder.is') },
        { value: 'not', label: say(isGroup ? 'builder.group.holds-not' : 'builder.is-not') },
      ]}
      onChange={(value) => onChange(value === 'not' ? { kind: 'not', of: inner as Tree<Of> } : (inner as Tree<Of>))}
    />
  )

  if (inner.kind === 'not') return null
  if (inner.kind === 'all' || inner.kind === 'any') {
    return (
      <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
        <BlockStack gap="200">
          <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
            {truth}
            {remove}
          </InlineStack>
          <ConditionGroup group={inner as Group<Of>} kinds={kinds} path={innerPath} depth={depth + 1} onChange={put} />
        </BlockStack>
      </Box>
    )
  }
  return (
    <InlineStack gap="200" blockAlign="start" wrap>
      <Select
        label={say('builder.looks-at')}
        labelHidden
        value={inner.kind}
        options={kinds.map((kind) => ({ value: kind, label: say(`builder.kind.${kind}`) }))}
        onChange={(kind) => put(blankFact(kind as Of['kind']) as Of)}
      />
      {truth}
      <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
        <FactFields key={inner.kind} fact={inner as Of} path={innerPath} goods={drawGoods} onChange={(next) => put(next as Of)} />
      </div>
      {remove}
    </InlineStack>
  )
}
