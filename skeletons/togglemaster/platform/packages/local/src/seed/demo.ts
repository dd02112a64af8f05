/** The flags, rules and segment that a local start shows. */
export const demoFlags = [
  {
    key: 'new-checkout',
    type: 'boolean',
    description: 'The checkout in one page',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    offVariant: 'off',
    tags: ['checkout'],
  },
  {
    key: 'greeting',
    type: 'string',
    description: 'How we say hello',
    variants: { english: 'Hello', portuguese: 'Olá' },
    defaultVariant: 'english',
    offVariant: 'english',
  },
  {
    key: 'max-items',
    type: 'number',
    description: 'Items that fit into a cart',
    variants: { few: 10, many: 100 },
    defaultVariant: 'few',
    offVariant: 'few',
  },
  {
    key: 'theme',
    type: 'object',
    description: 'Colours',
    variants: {
      light: { background: '#ffffff', text: '#111111' },
      dark: { background: '#111111', text: '#eeeeee' },
    },
    defaultVariant: 'light',
    offVariant: 'light',
  },
];

export const demoSegment = {
  key: 'beta-testers',
  name: 'Beta testers',
  included: ['ana'],
  excluded: [],
  conditions: [
    { attribute: 'email', op: 'endsWith', values: ['@example.com'] },
  ],
};

export const demoRules = [
  {
    flag: 'new-checkout',
    name: 'Beta testers have it',
    conditions: [{ op: 'segment', segment: 'beta-testers' }],
    serve: { variant: 'on' },
  },
  {
    flag: 'new-checkout',
    name: 'Half of everyone else',
    serve: {
      rollout: {
        seed: 'new-checkout',
        weights: [
          { variant: 'on', weight: 50 },
          { variant: 'off', weight: 50 },
        ],
      },
    },
  },
  {
    flag: 'greeting',
    name: 'Brazil and Portugal',
    conditions: [{ attribute: 'country', op: 'in', values: ['BR', 'PT'] }],
    serve: { variant: 'portuguese' },
  },
  {
    flag: 'max-items',
    name: 'App 2.0 and later',
    conditions: [{ attribute: 'app', op: 'semverGte', value: '2.0.0' }],
    serve: { variant: 'many' },
  },
];
