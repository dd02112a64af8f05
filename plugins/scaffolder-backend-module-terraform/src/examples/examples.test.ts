import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { createTerraformApplyAction } from '../actions/createTerraformApplyAction';
import { createTerraformDestroyAction } from '../actions/createTerraformDestroyAction';
import { createTerraformExtendAction } from '../actions/createTerraformExtendAction';
import { createTerraformPlanAction } from '../actions/createTerraformPlanAction';
import { createTerraformUnlockAction } from '../actions/createTerraformUnlockAction';
import { actionDeps } from '../testing/actionDeps';
import { FakeResourcesService } from '../testing/FakeResourcesService';

const deps = actionDeps(new FakeResourcesService(), '.');
const actions: TemplateAction<any, any>[] = [
  createTerraformPlanAction(deps),
  createTerraformApplyAction(deps),
  createTerraformDestroyAction(deps),
  createTerraformUnlockAction(deps),
  createTerraformExtendAction(deps),
];

describe('the examples of the actions', () => {
  it.each(
    actions.flatMap(action =>
      action.examples!.map(
        ({ description, example }) =>
          [action.id, description, action, example] as const,
      ),
    ),
  )('%s: %s', (id, _, action, example) => {
    const [step] = parse(example).steps;

    expect(step.action).toBe(id);
    const accepts = new Ajv({ strict: false }).compile(action.schema!.input!);
    expect(accepts(step.input)).toBe(true);
  });
});
