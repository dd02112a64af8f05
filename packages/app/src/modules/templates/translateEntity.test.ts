import { translateEntity } from './translateEntity';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 's3-bucket', title: 'S3 bucket', description: 'Files' },
  spec: {
    presentation: { translations: [{ en: 'S3 bucket', pt: 'Bucket S3' }] },
  },
};

describe('translateEntity', () => {
  it('translates what the card of a template shows', () => {
    expect(translateEntity(template, 'pt').metadata).toEqual({
      name: 's3-bucket',
      title: 'Bucket S3',
      description: 'Files',
    });
    expect(translateEntity(template, 'en')).toEqual(template);
  });

  it.each([
    { ...template, kind: 'System' },
    { ...template, spec: undefined },
    { ...template, spec: {} },
  ])('leaves %j as it is', entity => {
    expect(translateEntity(entity, 'pt')).toEqual(entity);
  });

  it('leaves an entity of which some fields alone were asked for', () => {
    const part = { kind: 'Template', spec: template.spec } as never;

    expect(translateEntity(part, 'pt')).toEqual(part);
  });
});
