import { Outlet } from '@remix-run/react'

/** Around every page, within the frame: where a page does not come, this stands in its place. */
export { RouteError as ErrorBoundary } from './route-error.tsx'

export default function Pages() {
  return <Outlet />
}
