import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '@shopify/polaris'
import english from '#app/admin/locales/en.json'
import { RuleList } from '#app/admin/rule-list.tsx'
import { sayFrom } from '#app/admin/say.ts'
import { useWords } from '#app/admin/words.tsx'
import { formatMoney, type Minor } from '#app/commerce/money.ts'
import { sayRule } from '#app/rules/sentence.ts'
import { loadSources } from '#app/slots/load-sources.server.ts'
import { merchantOf } from './merchant.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, shop } = await merchantOf(request)
  const { rules, catalog, resolver } = await loadSources(id, new Date())
  const context = { say: sayFrom(english), catalog, money: (amount: number) => formatMoney(amount as Minor, shop.currency, 'en') }
  return {
    rules: rules.map((rule) => ({
      id: rule.id,
      name: rule.name,
      state: rule.state,
      priority: rule.priority,
      sentence: sayRule(rule, context),
      pages: resolver.reachOf(rule).length,
    })),
  }
}

export default function Rules() {
  const { rules } = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <Page title={say('rules.title')} subtitle={say('rules.subtitle')} primaryAction={{ content: say('rules.new'), url: '/app/rules/new' }}>
      <RuleList rules={rules} />
    </Page>
  )
}
