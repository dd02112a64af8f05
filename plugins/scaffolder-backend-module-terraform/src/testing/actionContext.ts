import { tmpdir } from 'node:os';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';

export interface TestContext {
  ctx: ActionContext<any, any>;
  /** Lines of the task's log, with their levels. */
  log: string[];
  outputs: Record<string, unknown>;
  /** What the scaffolder has stored; given to another context it is a task that runs again. */
  checkpoints: Map<string, JsonValue>;
}

/** The context of a step, as the scaffolder gives it. Checkpoints behave as its own do. */
export function actionContext(
  input: JsonObject,
  options: Partial<ActionContext<JsonObject>> & {
    checkpoints?: Map<string, JsonValue>;
  } = {},
): TestContext {
  const { checkpoints = new Map(), ...values } = options;
  const log: string[] = [];
  const outputs: Record<string, unknown> = {};
  const ctx = {
    ...createMockActionContext({
      input,
      task: { id: 'task-1' },
      workspacePath: values.workspacePath ?? tmpdir(),
    }),
    ...values,
    step: { id: 'apply', name: 'Apply', ...values.step },
    logger: lines(log),
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    checkpoint: async (opts: {
      key: string;
      fn: () => Promise<JsonValue | void>;
    }) => {
      const before = checkpoints.get(opts.key);
      if (before !== undefined) {
        return before;
      }
      const value = await opts.fn();
      checkpoints.set(opts.key, value ?? {});
      return value;
    },
  } as ActionContext<any, any>;
  return { ctx, log, outputs, checkpoints };
}

function lines(log: string[]): LoggerService {
  const logger = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map(level => [
      level,
      (message: string) => log.push(`${level}: ${message}`),
    ]),
  );
  return { ...logger, child: () => lines(log) } as unknown as LoggerService;
}
