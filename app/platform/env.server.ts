import { dirname, join } from 'node:path'
import { z } from 'zod'
import { IncompleteEnvironment } from './incomplete-environment.ts'
import { LOCAL_SECRET_PREFIX, localShopProblem } from './local-shop.ts'
import { readSealingKey } from './seal.server.ts'
import { readTunnel } from './tunnel-address.ts'

const KEY_IS = 'must be 32 bytes as base64 or hex: make them with `openssl rand -base64 32`'
const sealingKey = z.string(KEY_IS).transform((text, context) => {
  const key = readSealingKey(text)
  if (key) return key
  context.addIssue({ code: 'custom', message: KEY_IS })
  return z.NEVER
})

const schema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    SHOPIFY_API_KEY: z.string().min(1),
    SHOPIFY_API_SECRET: z.string().min(16),
    /** The one before, until Shopify has revoked it: as long as there are two, Shopify signs with the older one. */
    SHOPIFY_API_SECRET_BEFORE: z.string().min(16).optional(),
    /** What shops' tokens are sealed with in the database. */
    TOKEN_KEY: sealingKey,
    /** What TOKEN_KEY was before: while it is replaced, what that one has sealed can be read. */
    TOKEN_KEY_BEFORE: sealingKey.optional(),
    /** Where shoppers' and merchants' browsers reach this app. */
    SHOPIFY_APP_URL: z.url({ protocol: /^https?$/ }),
    /** How many heavy pages of the admin (a review, an import) are drawn at the same time, each by a process of its own. */
    HEAVY_PAGES: z.coerce.number().int().min(1).max(32).default(2),
    /** Seconds that a heavy page may take, of which reading a file may take twice as many; and megabytes of objects that it may hold. */
    HEAVY_PAGE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
    HEAVY_PAGE_MB: z.coerce.number().int().min(64).max(16_384).default(512),
    /** How many rules one shop may have, and bytes of them: every page of the rules looks at all of them. */
    MOST_RULES: z.coerce.number().int().min(1).max(100_000).default(1_000),
    MOST_RULE_BYTES: z.coerce.number().int().min(1_000).max(200_000_000).default(2_000_000),
    HOST: z.string().default('0.0.0.0'),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    /** Seconds that the web process goes on answering once it is told to end, so that whoever balances by `/readyz` sends no more here. */
    DRAIN_SECONDS: z.coerce.number().int().min(0).max(10).default(0),
    /** How many proxies of our own stand before this process, each adding an address to X-Forwarded-For. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    /** Where this process tells Prometheus its figures; nowhere unless said. Nobody outside may reach it. */
    METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    /** An OpenTelemetry collector that each process tells its traces, as its exporter reads it; none unless said. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
    /** Which share of all traces is told, 0 to 1. */
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    /** Where processes keep snapshots: what storefronts are served, so that none needs the database, and models. */
    SNAPSHOT_FOLDER: z.string().min(1).default('.data/published'),
    /** The time of day, in UTC, at which every night's work begins. */
    NIGHT_AT: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 03:17')
      .default('03:17'),
    /** A model that proposes lines about products and reads rules in a merchant's words: where it is asked, by which name, and with which key. None is asked where these are not set. */
    COPY_MODEL_KIND: z.enum(['openai-compatible', 'anthropic']).default('openai-compatible'),
    COPY_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
    COPY_MODEL: z.string().min(1).optional(),
    COPY_MODEL_KEY: z.string().min(1).optional(),
    /** Dollars for a million tokens in and out, such as 0.15/0.60, so that a merchant is told what writing costs. */
    COPY_MODEL_PRICE: z
      .string()
      .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'must be two prices such as 0.15/0.60')
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** The local shop that stands in for Shopify in the demo and in tests. Impossible in production. */
    LOCAL_SHOP_URL: z.url().optional(),
    /** Where the local shop's stand-in for App Bridge lies; Shopify's own libraries read this variable, too. */
    APP_BRIDGE_URL: z.url().optional(),
  })
  .superRefine((settings, context) => {
    const problem = localShopProblem(settings)
    if (problem) context.addIssue({ code: 'custom', path: ['LOCAL_SHOP_URL'], message: problem })
    if (settings.APP_BRIDGE_URL && settings.LOCAL_SHOP_URL === undefined)
      context.addIssue({ code: 'custom', path: ['APP_BRIDGE_URL'], message: 'goes with LOCAL_SHOP_URL only' })
    if (settings.NODE_ENV === 'production' && settings.TOKEN_KEY.bytes.toString('latin1').startsWith(LOCAL_SECRET_PREFIX))
      context.addIssue({ code: 'custom', path: ['TOKEN_KEY'], message: "is the local shop's, known to everybody" })
    if (settings.NODE_ENV === 'production' && settings.SHOPIFY_API_SECRET.startsWith(LOCAL_SECRET_PREFIX))
      context.addIssue({ code: 'custom', path: ['SHOPIFY_API_SECRET'], message: "is the local shop's, known to everybody" })
  })

export type Env = z.infer<typeof schema>

/** Settings out of raw environment variables. Throws an IncompleteEnvironment that names every variable at fault and why. */
export function readEnv(given: Readonly<Record<string, string | undefined>>): Env {
  const variables = readTunnel(given)
  const read = schema.safeParse(variables)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message: why }) => ({
    variable: path.join('.'),
    why,
    isMissing: variables[path.join('.')] === undefined,
  }))
  throw new IncompleteEnvironment(faults)
}

export const env = readEnv(process.env)

/** What Shopify may have signed with. Only the first is ever given to anybody. */
export const API_SECRETS: readonly string[] = [
  env.SHOPIFY_API_SECRET,
  ...(env.SHOPIFY_API_SECRET_BEFORE ? [env.SHOPIFY_API_SECRET_BEFORE] : []),
]

/** What a process is told that this one starts: all that this one was, and where what it compiles is kept, so that the next starts sooner. */
export const childEnvironment = { NODE_COMPILE_CACHE: join(dirname(env.SNAPSHOT_FOLDER), 'compiled'), ...process.env }
