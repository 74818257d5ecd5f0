import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { compressAssets } from './compress-assets.ts'
import { usedStyles } from './styles/used-styles.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ isSsrBuild }) => ({
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
    compressAssets(),
  ],
  resolve: {
    // What Polaris keeps to itself has one instance in the browser and another in Node; only its types lie under the path we name.
    alias: [{ find: '@shopify/polaris/build/ts/src', replacement: `@shopify/polaris/build/${isSsrBuild ? 'cjs' : 'esm'}` }],
  },
  // Polaris' icons and styles are files of their own, so that the admin's frame can cache them.
  build: {
    assetsInlineLimit: 0,
    // What touches the world is loaded once in a process, by the pages and by server.ts alike: one pool, one queue.
    rollupOptions: isSsrBuild ? { external: (id) => /^#app\/.*\.server\.ts$/.test(id) } : {},
  },
}))
