/** Every address that no route has. Nothing of it is repeated, neither in the answer nor in a log. */
export function loader() {
  return nothingHere()
}

export function action() {
  return nothingHere()
}

function nothingHere() {
  return new Response('There is nothing here. Tandem opens from the Apps page of a Shopify admin.', { status: 404 })
}
