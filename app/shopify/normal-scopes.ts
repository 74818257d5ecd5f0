/**
 * The same list however Shopify tells it: sorted, and with the `read_` that every `write_` means, which a token's answer
 * leaves out and the list of an installation names.
 */
export function normalScopes(scopes: readonly string[]): string[] {
  const meant = scopes.filter(Boolean).flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')])
  return [...new Set(meant)].sort()
}
