import { index, route, type RouteConfig } from '@remix-run/route-config'

export default [
  index('routes/landing.tsx'),
  route('auth/*', 'routes/auth.$.tsx'),
  route('healthz', 'routes/healthz.ts'),
  route('readyz', 'routes/readyz.ts'),
  route('app', 'routes/app.tsx', [
    index('routes/app._index.tsx'),
    route('rules', 'routes/app.rules._index.tsx'),
    route('rules/reach', 'routes/app.rules.reach.ts'),
    route('rules/:id', 'routes/app.rules.$id.tsx'),
    route('proposals', 'routes/app.proposals.tsx'),
    route('products', 'routes/app.products._index.tsx'),
    route('products/:id', 'routes/app.products.$id.tsx'),
    route('preview', 'routes/app.preview.tsx'),
    route('review', 'routes/app.review._index.tsx'),
    route('review/waiting', 'routes/app.review.waiting.ts'),
    route('history', 'routes/app.history._index.tsx'),
    route('history/:number', 'routes/app.history.$number.tsx'),
    route('settings', 'routes/app.settings.tsx'),
    route('health', 'routes/app.health.tsx'),
    route('privacy', 'routes/app.privacy.tsx'),
    route('privacy/requests/:id', 'routes/app.privacy.requests.$id.ts'),
    route('leave', 'routes/app.leave.tsx'),
    route('*', 'routes/app.$.tsx'),
  ]),
  route('*', 'routes/nowhere.ts'),
] satisfies RouteConfig
