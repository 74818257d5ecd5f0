import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { expect, it } from 'vitest'
import { ACCESS_SCOPES } from '#app/shopify/access-scopes.ts'
import { OPTIONAL_TOPICS } from '#app/shopify/optional-topics.ts'
import english from '#app/wording/locales/en.json'

it('says of each scope of the configuration, and of no other, why it is asked for', () => {
  const { access_scopes: asked } = parse(readFileSync('shopify.app.toml', 'utf8')) as {
    access_scopes: { scopes: string; optional_scopes: string[] }
  }
  expect(ACCESS_SCOPES.filter(({ optional }) => !optional).map(({ scope }) => scope)).toEqual(asked.scopes.split(','))
  expect(ACCESS_SCOPES.filter(({ optional }) => optional).map(({ scope }) => scope)).toEqual(asked.optional_scopes)
  for (const { scope, optional } of ACCESS_SCOPES) {
    expect(english).toHaveProperty([`scope.${scope}`])
    expect(english).toHaveProperty([`scope.${scope}.why`])
    if (optional) expect(english).toHaveProperty([`scope.${scope}.without`])
  }
})

it('asks for the scope of every topic that the app subscribes to itself', () => {
  const optional = ACCESS_SCOPES.filter((one) => one.optional).map(({ scope }) => scope)
  for (const { scope } of OPTIONAL_TOPICS) expect(optional).toContain(scope)
})
