import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { readJson } from '#app/platform/http/read-json.server.ts'

/** What a body must be. */
interface Wanted<Wish> {
  readonly schema: z.ZodType<Wish>
  /** Nothing longer is read. */
  readonly mostBytes: number
  /** What is said of anything else. */
  readonly refused?: string
}

interface Kinded {
  readonly kind: string
}

/** Does what `who` wishes; what it returns is the answer. */
type CarryOut<Wish, Who, Answer> = (wish: Wish, who: Who, args: ActionFunctionArgs) => Promise<Answer>

/** A wish of no kind that is left out compiles, nor one of a kind that is none. */
type ByKind<Wish extends Kinded, Who> = {
  readonly [Kind in Wish['kind']]: CarryOut<Extract<Wish, { readonly kind: Kind }>, Who, unknown>
}

type AnswerOf<Handler> = Handler extends (...args: never[]) => Promise<infer Answer> ? Answer : never

/** Makes the actions of routes: first who asks, as `whoIs` says or throws a Response for, then what they wish, then its answer. */
export function actionsFor<Who>(whoIs: (request: Request) => Promise<Who>) {
  function action<Wish, Answer>(wanted: Wanted<Wish>, carryOut: CarryOut<Wish, Who, Answer>) {
    return async (args: ActionFunctionArgs): Promise<Answer> => {
      const who = await whoIs(args.request)
      return carryOut(await readWish(args.request, wanted), who, args)
    }
  }

  /** For wishes of several kinds, each carried out by its own. */
  function actionByKind<Wish extends Kinded, Handlers extends ByKind<Wish, Who>>(
    wanted: Wanted<Wish>,
    handlers: Handlers & Record<Exclude<keyof Handlers, Wish['kind']>, never>,
  ) {
    type Answer = AnswerOf<Handlers[Wish['kind']]>
    const carryOut = handlers as unknown as Record<string, CarryOut<Wish, Who, Answer>>
    return action(wanted, (wish, who, args) => carryOut[wish.kind]!(wish, who, args))
  }

  return { action, actionByKind }
}

async function readWish<Wish>(request: Request, { schema, mostBytes, refused }: Wanted<Wish>): Promise<Wish> {
  const read = schema.safeParse(await readJson(request, mostBytes))
  if (!read.success) throw new Response(refused ?? 'This is nothing that can be done here', { status: 400 })
  return read.data
}
