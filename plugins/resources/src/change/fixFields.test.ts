import { fixFields } from './fixFields';

describe('fixFields', () => {
  it('shows what a resource keeps for its life without letting it be changed', () => {
    const manifest = {
      title: 'Bucket',
      steps: [
        {
          title: 'The bucket',
          schema: {
            properties: {
              name: { type: 'string', 'ui:autofocus': true },
              owner: { type: 'string', 'ui:field': 'MyGroupsPicker' },
              environment: { type: 'string' },
              versions: { type: 'string' },
            },
          },
        },
        { title: 'More', schema: { type: 'object' } },
      ],
    };

    const { steps } = fixFields(manifest);

    expect(steps[0].schema.properties).toEqual({
      name: { type: 'string', 'ui:autofocus': false, 'ui:disabled': true },
      owner: {
        type: 'string',
        'ui:field': 'MyGroupsPicker',
        'ui:autofocus': false,
        'ui:disabled': true,
      },
      environment: {
        type: 'string',
        'ui:autofocus': false,
        'ui:disabled': true,
      },
      versions: { type: 'string' },
    });
    expect(steps[1].schema).toEqual({ type: 'object' });
    expect(manifest.steps[0].schema.properties!.name).toEqual({
      type: 'string',
      'ui:autofocus': true,
    });
  });
});
