import { planText } from './planText';

describe('the text of a value', () => {
  it.each([
    ['plain', 'plain'],
    ['{"a":1}', '{\n  "a": 1\n}'],
    ['[not json', '[not json'],
    [7, '7'],
    [['a'], '[\n  "a"\n]'],
  ])('shows %p for people', (value, text) => {
    expect(planText(value)).toBe(text);
  });
});
