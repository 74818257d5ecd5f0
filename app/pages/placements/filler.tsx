export type Who = 'merchant' | 'machine' | 'nobody'

const LOOKS: Readonly<Record<Who, { readonly background: string; readonly border: string }>> = {
  merchant: { background: 'var(--p-color-bg-fill-brand)', border: 'solid' },
  machine: {
    background: 'repeating-linear-gradient(45deg, var(--p-color-bg-fill-info) 0 4px, var(--p-color-bg-surface) 4px 8px)',
    border: 'solid',
  },
  nobody: { background: 'transparent', border: 'dashed' },
}

/** One card in a picture of a page, by who fills it: told apart by pattern, not by colour alone. */
export function Filler({ who, size = 16 }: { readonly who: Who; readonly size?: number }) {
  const { background, border } = LOOKS[who]
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-block',
        width: size,
        height: size,
        borderRadius: 3,
        background,
        border: `1px ${border} var(--p-color-border-emphasis)`,
      }}
    />
  )
}
