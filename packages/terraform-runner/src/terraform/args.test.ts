import { applyArgs } from './apply';
import { initArgs } from './init';
import { outputArgs } from './output';
import { planArgs } from './plan';
import { showArgs } from './show';
import { validateArgs } from './validate';

describe('arguments of Terraform', () => {
  const planFile = '/run/plan.tfplan';

  it('ask for machine output everywhere and for input nowhere', () => {
    expect(initArgs()).toEqual(['init', '-json', '-input=false']);
    expect(validateArgs()).toEqual(['validate', '-json']);
    expect(showArgs(planFile)).toEqual(['show', '-json', planFile]);
    expect(outputArgs()).toEqual(['output', '-json']);
  });

  it('save the plan, of a destroy too', () => {
    const options = { planFile, lockTimeoutSeconds: 30 };

    expect(planArgs({ ...options, destroy: false })).toEqual([
      'plan',
      '-json',
      '-input=false',
      '-lock-timeout=30s',
      '-out=/run/plan.tfplan',
    ]);
    expect(planArgs({ ...options, destroy: true }).at(-1)).toBe('-destroy');
  });

  it('apply a saved plan', () => {
    expect(applyArgs({ planFile, lockTimeoutSeconds: 0 })).toEqual([
      'apply',
      '-json',
      '-input=false',
      '-lock-timeout=0s',
      planFile,
    ]);
  });
});
