import { vitePlugin as remix } from '@remix-run/dev'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { compressAssets } from './compress-assets.ts'
import { usedStyles } from './styles/used-styles.ts'
import { withoutJsonSchemas } from './without-json-schemas.ts'

/** One in a process, whoever loads it: the framework and the pages share React, server.ts and the pages all that Shopify's own parts keep. */
const SHARED = ['react', 'react-dom', '@remix-run/node', '@remix-run/react', '@shopify/shopify-api', '@shopify/shopify-app-remix', 'zod']
const REMIX_REACT = 'node_modules/@shopify/shopify-app-remix/dist/esm/react/index.mjs'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [
    usedStyles(),
    remix({
      future: {
        v3_fetcherPersist: true,
        // A change that is made while the route of something asked for is still being looked for would leave no page but a 404.
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    withoutJsonSchemas(),
    compressAssets(),
  ],
  resolve: {
    alias: [
      // Only the types of what Polaris keeps to itself lie under the path that we name.
      { find: '@shopify/polaris/build/ts/src', replacement: '@shopify/polaris/build/esm' },
      // Under its path it is bundled with the Polaris that it provides for, while the package's server part stays one with that of server.ts.
      ...(isSsrBuild ? [{ find: /^@shopify\/shopify-app-remix\/react$/, replacement: resolve(REMIX_REACT) }] : []),
    ],
  },
  // Of what draws pages little is used, and all of it would be loaded by each process that draws them.
  // Where nothing is built (`npm run demo -- --reload`) it is Node that loads packages, but for those that share Polaris with our pages.
  ssr: command === 'build' ? { noExternal: true, external: SHARED } : { noExternal: ['@shopify/polaris', '@shopify/shopify-app-remix'] },
  // Polaris' icons and styles are files of their own, so that the admin's frame can cache them.
  build: {
    assetsInlineLimit: 0,
    // What touches the world is loaded once in a process, by the pages and by server.ts alike: one pool, one queue. A browser asks for no
    // file of a few hundred bytes.
    rollupOptions: isSsrBuild ? { external: (id) => /^#app\/.*\.server\.ts$/.test(id) } : { output: { experimentalMinChunkSize: 10_000 } },
  },
}))
