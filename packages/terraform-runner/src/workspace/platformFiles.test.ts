import { platformFiles } from './platformFiles';

const variable = {
  terrastage_region: { type: 'string' },
  terrastage_tags: { type: 'map(string)' },
};
const variables = new Map();
const tags = { tags: '${var.terrastage_tags}' };
const region = '${var.terrastage_region}';

describe('platformFiles', () => {
  it('configures the provider where the module does not', () => {
    const aws = { localName: 'aws', hasDefault: false, aliases: [] };

    expect(platformFiles({ variables, aws })).toEqual({
      'terrastage.tf.json': {
        variable,
        provider: { aws: { region, default_tags: tags } },
      },
    });
  });

  it('overrides the blocks that a module has, and leaves an alias its region', () => {
    const aws = { localName: 'amazon', hasDefault: true, aliases: ['east'] };

    expect(platformFiles({ variables, aws })).toEqual({
      'terrastage.tf.json': { variable },
      'terrastage_override.tf.json': {
        provider: {
          amazon: [
            { region, default_tags: tags },
            { alias: 'east', default_tags: tags },
          ],
        },
      },
    });
  });

  it('adds the default provider to one that has only aliases', () => {
    const aws = { localName: 'aws', hasDefault: false, aliases: ['east'] };

    expect(Object.keys(platformFiles({ variables, aws }))).toEqual([
      'terrastage.tf.json',
      'terrastage_override.tf.json',
    ]);
  });

  it('brings no provider into a module that uses none of AWS', () => {
    expect(platformFiles({ variables })).toEqual({
      'terrastage.tf.json': { variable },
    });
  });
});
