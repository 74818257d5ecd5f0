import { createHash } from 'node:crypto'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { asType } from '../type-name.ts'

/** The one theme of a local shop, which is published. */
export const THEME = { number: 1, name: 'Simple', createdAt: '2025-01-01T00:00:00Z', role: 'MAIN' } as const

type Theme = typeof THEME
type OfTheme = Resolver<Theme>

interface ThemeFile {
  readonly filename: string
  readonly content: string
}

interface ThemeSearch {
  readonly roles?: readonly string[] | null
  readonly names?: readonly string[] | null
}

function matches(filename: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(filename))
}

function filesOf(ask: Ask, patterns: readonly string[] | null | undefined): ThemeFile[] {
  return [...ask.shop.themeFiles]
    .map(([filename, content]) => ({ filename, content }))
    .filter(({ filename }) => !patterns || matches(filename, patterns))
    .toSorted((one, other) => (one.filename < other.filename ? -1 : 1))
}

const files = connection(
  (_theme: Theme, { filenames }: { filenames?: readonly string[] | null }, ask) => filesOf(ask, filenames),
  ({ filename }) => filename,
)

export const themeResolvers: Resolvers = {
  QueryRoot: {
    theme: ((_source, { id }) => (numberOf('OnlineStoreTheme', id) === THEME.number ? THEME : null)) satisfies Resolver<
      unknown,
      { id: string }
    >,
    themes: connection(
      (_source: unknown, { roles, names }: ThemeSearch) =>
        (roles && !roles.includes(THEME.role)) || (names && !matches(THEME.name, names)) ? [] : [THEME],
      ({ number }) => number,
    ),
  },
  OnlineStoreTheme: {
    id: ((theme) => globalId('OnlineStoreTheme', theme.number)) satisfies OfTheme,
    prefix: () => '',
    processing: () => false,
    processingFailed: () => false,
    themeStoreId: () => null,
    updatedAt: ((theme) => theme.createdAt) satisfies OfTheme,
    files: ((theme, { first, ...args }, ask) => ({
      ...(files(theme, { first: first ?? 50, ...args }, ask) as object),
      userErrors: [],
    })) satisfies Resolver<Theme, { first?: number | null; after?: string | null; filenames?: readonly string[] | null }>,
  },
  OnlineStoreThemeFile: {
    body: (({ content }) => asType('OnlineStoreThemeFileBodyText', { content })) satisfies Resolver<ThemeFile>,
    contentType: () => 'application/json',
    size: (({ content }) => String(Buffer.byteLength(content))) satisfies Resolver<ThemeFile>,
    checksumMd5: (({ content }) => createHash('md5').update(content).digest('hex')) satisfies Resolver<ThemeFile>,
    createdAt: () => THEME.createdAt,
    updatedAt: () => THEME.createdAt,
  },
}
