import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules', '.togglemaster', 'dist'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  // Manifests have no one shape.
  {
    files: ['tests/gitops.test.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
);
