import { useNavigate } from '@remix-run/react'
import { Button, Form, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import { orderIn } from './order-in.ts'

/** Opens the story of the order that somebody names. We keep no order's name, and so it is Shopify's number of it. */
export function LookUp() {
  const { say } = useWords()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [isRefused, setIsRefused] = useState(false)
  const open = () => {
    const order = orderIn(typed)
    setIsRefused(order === undefined)
    if (order !== undefined) void navigate(`/app/results/orders/${order}`)
  }
  return (
    <Form onSubmit={open}>
      <TextField
        label={say('orders.look-up')}
        helpText={say('orders.look-up.help')}
        value={typed}
        error={isRefused && say('orders.look-up.none')}
        autoComplete="off"
        connectedRight={<Button submit>{say('orders.look-up.open')}</Button>}
        onChange={(text) => {
          setTyped(text)
          setIsRefused(false)
        }}
      />
    </Form>
  )
}
