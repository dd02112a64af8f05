import { translateForm } from './translateForm';

describe('translateForm', () => {
  const form = {
    title: 'S3 bucket',
    description: 'For files',
    presentation: {
      translations: [
        { en: 'S3 bucket', pt: 'Bucket S3' },
        { en: 'The bucket', pt: 'O bucket' },
        { en: 'Name', pt: 'Nome' },
        { en: 'Days', pt: 'Dias' },
        { en: 'No field of it', pt: 'Nenhum campo dele' },
      ],
    },
    steps: [
      {
        title: 'The bucket',
        schema: {
          title: 'The bucket',
          properties: { name: { title: 'Name', minLength: 3 } },
          dependencies: {
            name: { oneOf: [{ properties: { days: { title: 'Days' } } }] },
          },
        },
      },
      { title: 'Cost', schema: { title: 'Cost' } },
    ],
    formDecorators: [{ id: 'one' }],
  };

  it('translates a form, and leaves in English what has no translation', () => {
    const before = structuredClone(form);

    const translated = translateForm(form, 'pt');

    expect(translated).toEqual({
      ...before,
      title: 'Bucket S3',
      steps: [
        {
          title: 'O bucket',
          schema: {
            title: 'O bucket',
            properties: { name: { title: 'Nome', minLength: 3 } },
            dependencies: {
              name: { oneOf: [{ properties: { days: { title: 'Dias' } } }] },
            },
          },
        },
        { title: 'Cost', schema: { title: 'Cost' } },
      ],
    });
    expect(form).toEqual(before);
  });

  it.each(['en', 'fr'])('leaves a form as it is in %s', language => {
    expect(translateForm(form, language)).toEqual(form);
  });

  it('leaves a form as it is that has no translations', () => {
    const plain = { title: 'S3 bucket', steps: form.steps };

    expect(translateForm(plain, 'pt')).toEqual(plain);
  });
});
