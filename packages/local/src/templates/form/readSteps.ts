import { z } from 'zod';
import type { YamlFile, YamlPath } from '../read/YamlFile';

const stepsSchema = z.object({
  spec: z.object({
    steps: z.array(
      z.looseObject({
        id: z.string().optional(),
        action: z.string(),
        input: z.record(z.string(), z.unknown()).default(() => ({})),
      }),
    ),
  }),
});

export type TemplateStep = {
  action: string;
  input: Record<string, unknown>;
  /** All of the step, with its conditions. */
  whole: unknown;
  path: YamlPath;
};

/** The steps of a template; none where they are no steps, which the rule of the whole template reports. */
export function readSteps(template: YamlFile): TemplateStep[] {
  const { data } = stepsSchema.safeParse(template.value);
  return (data?.spec.steps ?? []).map((step, index) => ({
    action: step.action,
    input: step.input,
    whole: step,
    path: ['spec', 'steps', index],
  }));
}

/** The steps that make or plan a resource from a skeleton of the platform. */
export function readSkeletonSteps(
  template: YamlFile,
): (TemplateStep & { skeleton: string })[] {
  return readSteps(template).flatMap(step => {
    const { skeleton } = step.input;
    return step.action.startsWith('terraform:') && typeof skeleton === 'string'
      ? [{ ...step, skeleton }]
      : [];
  });
}
