import { noSuchPage } from '#app/kit/door/no-such-page.server.ts'

/** Every address of the admin that no page has. */
export const loader = noSuchPage

export default function Nothing() {
  return null
}
