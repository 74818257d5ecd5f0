import { defineConfig, globalIgnores } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

const noEnvironment = { object: 'process', property: 'env', message: 'Only app/platform/env.server.ts reads the environment; ask it.' }

/** Few rules, each for a mistake that the compiler lets through. */
export default defineConfig(
  globalIgnores(['node_modules', 'build', '.data', 'app/generated', '**/dist', 'extensions/theme-blocks/assets']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['.graphqlrc.ts'] } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSNonNullExpression > MemberExpression[computed=false] > TSNonNullExpression.object',
          message: 'A chain of hopes: check, then trust.',
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'server.ts', 'admin.ts', 'worker.ts'],
    ignores: ['app/platform/env.server.ts', 'app/commands/**'],
    rules: { 'no-restricted-properties': ['error', noEnvironment], 'no-console': 'error' },
  },
  {
    // A closed set is closed everywhere: a new kind of anything fails to compile until each place has answered.
    files: ['app/**/*.{ts,tsx}', 'extensions/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }] },
  },
  {
    // Reading takes as long as the text, whoever wrote it: nothing here backtracks.
    files: ['app/**/*.{ts,tsx}', 'server.ts', 'admin.ts', 'worker.ts', 'extensions/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
    },
  },
)
