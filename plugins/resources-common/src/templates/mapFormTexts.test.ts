import { mapFormTexts } from './mapFormTexts';

/** The texts of a page, by the path of each. */
function textsOf(schema: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {};
  mapFormTexts(schema, (text, path) => {
    texts[path.join('.')] = text;
    return text;
  });
  return texts;
}

describe('the texts of a form', () => {
  it('are those of the page and of its fields', () => {
    const page = {
      title: 'The bucket',
      description: 'Where files go.',
      required: ['name'],
      properties: {
        name: {
          type: 'string',
          title: 'Name',
          description: 'Unique.',
          pattern: '^[a-z]+$',
          default: 'title',
          'ui:placeholder': 'invoices',
          'ui:help': 'Begin with your company.',
          'ui:field': 'Name',
        },
      },
    };

    expect(textsOf(page)).toEqual({
      title: 'The bucket',
      description: 'Where files go.',
      'properties.name.title': 'Name',
      'properties.name.description': 'Unique.',
      'properties.name.ui:placeholder': 'invoices',
      'properties.name.ui:help': 'Begin with your company.',
    });
  });

  it('are the names of choices and the messages of errors, and no values', () => {
    const page = {
      properties: {
        size: {
          enum: ['s', 'm'],
          enumNames: ['Small', 'Middle'],
          const: 'title',
          examples: [{ title: 'no text' }],
          default: { title: 'no text' },
          errorMessage: {
            pattern: 'must be small',
            properties: { inner: 'must be there' },
          },
        },
        one: { errorMessage: 'is wrong' },
      },
    };

    expect(textsOf(page)).toEqual({
      'properties.size.enumNames.0': 'Small',
      'properties.size.enumNames.1': 'Middle',
      'properties.size.errorMessage.pattern': 'must be small',
      'properties.size.errorMessage.properties.inner': 'must be there',
      'properties.one.errorMessage': 'is wrong',
    });
  });

  it('are some options of a field, and its labels', () => {
    const page = {
      properties: {
        public: {
          'ui:options': {
            type: 'ec2-instance',
            title: 'Public',
            labels: { true: 'Yes', false: 'No' },
            catalogFilter: { title: 'no text' },
          },
        },
      },
    };

    expect(textsOf(page)).toEqual({
      'properties.public.ui:options.title': 'Public',
      'properties.public.ui:options.labels.true': 'Yes',
      'properties.public.ui:options.labels.false': 'No',
    });
  });

  it('are in fields that are called like a keyword', () => {
    const page = {
      properties: {
        title: { title: 'Title' },
        default: { title: 'Default' },
        description: { type: 'string' },
      },
    };

    expect(textsOf(page)).toEqual({
      'properties.title.title': 'Title',
      'properties.default.title': 'Default',
    });
  });

  it('are in objects, lists and what appears after a choice', () => {
    const page = {
      properties: {
        address: {
          type: 'object',
          properties: { street: { title: 'Street' } },
        },
        rules: { type: 'array', items: { title: 'Rule' } },
        pair: { type: 'array', items: [{ title: 'First' }, true] },
      },
      dependencies: {
        adopt: {
          oneOf: [
            { properties: { adopt: { const: false } } },
            { properties: { user: { title: 'User' } } },
          ],
        },
        other: ['adopt'],
      },
      allOf: [{ if: {}, then: { properties: { days: { title: 'Days' } } } }],
    };

    expect(textsOf(page)).toEqual({
      'properties.address.properties.street.title': 'Street',
      'properties.rules.items.title': 'Rule',
      'properties.pair.items.0.title': 'First',
      'dependencies.adopt.oneOf.1.properties.user.title': 'User',
      'allOf.0.then.properties.days.title': 'Days',
    });
  });
});
