import { createContext, useContext } from 'react'
import type { NamesInCatalog } from '#app/catalog/names-in.ts'
import type { NameSource } from '#app/rules/conditions/field.ts'

/** What the fields of the rule builder offer to choose from, and which of them are at fault. */
export interface BuilderContextValue {
  readonly names: Partial<Record<keyof NamesInCatalog | NameSource, readonly string[]>>
  /** Titles of the products and collections that the rule mentions, by kind and id. */
  titleOf(kind: 'product' | 'collection', id: number): string | undefined
  rememberTitle(kind: 'product' | 'collection', id: number, title: string): void
  /** What is wrong at a path of the rule (`when.of.0.names`), in words. */
  faultAt(path: string): string | false
}

const BuilderContext = createContext<BuilderContextValue | undefined>(undefined)

export const BuilderProvider = BuilderContext.Provider

export function useBuilder(): BuilderContextValue {
  const value = useContext(BuilderContext)
  if (!value) throw new Error('A field of the rule builder stands outside of it')
  return value
}
