import { useSearchParams } from '@remix-run/react'
import { TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { withQuery } from './with-query.ts'

/** A field that searches the list of the page: what is typed goes into the address a moment later, as `q`. */
export function ListSearch({ label, sought }: { label: string; sought: string }) {
  const [, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(sought)
  useEffect(() => {
    if (typed.trim() === sought) return
    const later = setTimeout(
      () => setSearch((before) => withQuery(before, { q: typed, page: '1' }), { replace: true, preventScrollReset: true }),
      300,
    )
    return () => clearTimeout(later)
  }, [typed, sought, setSearch])
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      value={typed}
      onChange={setTyped}
      clearButton
      onClearButtonClick={() => setTyped('')}
      autoComplete="off"
    />
  )
}
