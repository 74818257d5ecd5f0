import { ApiType, pluckConfig, preset } from '@shopify/api-codegen-preset'

const schema = 'app/generated/admin.schema.json'
const documents = ['app/**/*.{ts,tsx}', '!app/generated/**']

/** Types for every document marked `#graphql`, from Shopify's own schema. A document that does not validate fails the generation. */
export default {
  projects: {
    default: {
      schema,
      documents,
      extensions: {
        codegen: {
          pluckConfig,
          generates: {
            'app/generated/admin.types.d.ts': { plugins: ['typescript'] },
            'app/generated/admin.generated.d.ts': { preset, presetConfig: { apiType: ApiType.Admin } },
          },
        },
      },
    },
  },
}
