import { useLocation } from '@remix-run/react'
import { Box, Button, InlineStack } from '@shopify/polaris'
import { pagesBeside } from './sections.ts'
import { useWords } from '#app/kit/use-words.tsx'

/** Leads to the other pages of a section; Shopify's own navigation knows one level alone. */
export function SectionTabs() {
  const { say } = useWords()
  const here = useLocation().pathname.replace(/\/$/, '')
  const pages = pagesBeside(here)
  if (pages.length === 0) return null
  return (
    <nav aria-label={say('nav.section')} style={{ maxWidth: '62.375rem', margin: '0 auto' }}>
      <Box paddingBlockStart="300" paddingInline={{ xs: '400', sm: '600' }}>
        <InlineStack gap="100">
          {pages.map(({ path, name }) => (
            <Button key={path} url={path} variant={path === here ? 'secondary' : 'tertiary'} pressed={path === here}>
              {say(name)}
            </Button>
          ))}
        </InlineStack>
      </Box>
    </nav>
  )
}
