import { register } from '@shopify/web-pixels-extension'
import { eventsOf, HEARD, ORDERED, REACHED } from './events-of.ts'
import { openPost } from './post.ts'

register(({ analytics, settings }) => {
  const post = openPost(settings as { endpoint: string; token: string }, { fetch, wait: setTimeout })
  for (const name of [...Object.keys(HEARD), REACHED, ORDERED])
    void analytics.subscribe(name, (event) => post(event.clientId, eventsOf(event)))
})
