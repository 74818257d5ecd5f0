import { Link } from '@remix-run/react'
import { NavMenu } from '@shopify/app-bridge-react'
import { useWords } from '#app/kit/use-words.tsx'
import { SECTIONS } from './sections.ts'

/** The app's sections in Shopify's own menu. */
export function Navigation() {
  const { say } = useWords()
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {say('nav.home')}
      </Link>
      {SECTIONS.map(([{ path, name }]) => (
        <Link key={path} to={path}>
          {say(name)}
        </Link>
      ))}
    </NavMenu>
  )
}
