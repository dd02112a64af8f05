import { translator } from './translator';

describe('translator', () => {
  const translations = [
    { en: 'Name', pt: 'Nome', es: 'Nombre' },
    { en: 'Owner', es: 'Dueño' },
    { en: 'Id', pt: '' },
    {
      en: '**${{ parameters.name }}** (new?) stands in ${{ parameters.environment }}.',
      pt: 'Em ${{ parameters.environment }} existe **${{ parameters.name }}**.',
    },
  ];

  it('gives a text in the language that is asked for', () => {
    expect(translator(translations, 'pt')('Name')).toBe('Nome');
    expect(translator(translations, 'es')('Name')).toBe('Nombre');
  });

  it.each(['Owner', 'Id', 'Something else'])(
    'leaves %j, which it has no translation of',
    text => {
      expect(translator(translations, 'pt')(text)).toBe(text);
    },
  );

  it('leaves everything as it is in a language that nobody has translated to', () => {
    expect(translator(translations, 'fr')('Name')).toBe('Name');
  });

  it('knows a text again whose expressions have been filled in', () => {
    const translate = translator(translations, 'pt');

    expect(translate('**a.b$1** (new?) stands in dev.')).toBe(
      'Em dev existe **a.b$1**.',
    );
    expect(translate('**a.b** stands in dev.')).toBe('**a.b** stands in dev.');
  });

  it('knows a text again that has lost the line break at its end', () => {
    const translate = translator(
      [{ en: 'Its ARN is ${{ x }}\n', pt: 'O ARN é ${{ x }}\n' }],
      'pt',
    );

    expect(translate('Its ARN is arn:1')).toBe('O ARN é arn:1\n');
  });

  it.each([undefined, null, 'text', { $beside: 'translations.yaml' }, [1]])(
    'translates nothing by %j',
    broken => {
      expect(translator(broken, 'pt')('Name')).toBe('Name');
    },
  );
});
