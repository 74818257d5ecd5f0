import type { Product } from './product.ts'

/** The values that the variants of a product have for an option, folded (trimmed, lower case), each once. */
export function optionValues({ options, variants }: Product, name: string): string[] {
  const wanted = name.trim().toLowerCase()
  const at = options.findIndex((option) => option.trim().toLowerCase() === wanted)
  if (at === -1) return []
  return [...new Set(variants.flatMap((variant) => variant.options[at]?.trim().toLowerCase() ?? []))].filter((value) => value !== '')
}
