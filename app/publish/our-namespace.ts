/** Tells the namespaces that Shopify reserves for the app from all others: `app--123` and what begins with `app--123--`. */
export function ourNamespace(appGid: string): (namespace: string) => boolean {
  const own = `app--${appGid.split('/').at(-1)}`
  return (namespace) => namespace === own || namespace.startsWith(`${own}--`)
}
