import { z } from 'zod';
import { planDetailSchema, planSummarySchema } from './planSchemas';
import {
  changeResourceRequestSchema,
  confirmRunRequestSchema,
  createResourceRequestSchema,
  destroyResourceRequestSchema,
  extendResourceRequestSchema,
  discardRunRequestSchema,
  optionsSchema,
  publishedSkeletonSchema,
  publishSkeletonRequestSchema,
  retryRunRequestSchema,
  startedRunSchema,
  upgradeResourceRequestSchema,
} from './requestSchemas';
import {
  resourceDetailSchema,
  resourceFacetsSchema,
  resourcePageSchema,
  resourceQuerySchema,
  resourceViewSchema,
  runPageSchema,
} from './resourceSchemas';
import {
  runDetailSchema,
  runEventSchema,
  runEventsPageSchema,
  runViewSchema,
} from './runSchemas';
import {
  stateComparisonQuerySchema,
  restoreStateRequestSchema,
  stateComparisonSchema,
  stateLockSchema,
  stateVersionPageSchema,
  stateVersionsQuerySchema,
  unlockRequestSchema,
} from './stateSchemas';

const components = {
  PlanSummary: planSummarySchema,
  PlanDetail: planDetailSchema,
  RunView: runViewSchema,
  RunDetail: runDetailSchema,
  RunEvent: runEventSchema,
  RunEventsPage: runEventsPageSchema,
  RunPage: runPageSchema,
  ResourceView: resourceViewSchema,
  ResourceDetail: resourceDetailSchema,
  ResourcePage: resourcePageSchema,
  ResourceFacets: resourceFacetsSchema,
  StartedRun: startedRunSchema,
  StateVersionPage: stateVersionPageSchema,
  StateComparison: stateComparisonSchema,
  StateLock: stateLockSchema,
  PublishedSkeleton: publishedSkeletonSchema,
  Options: optionsSchema,
};

const requests = {
  CreateResourceRequest: createResourceRequestSchema,
  DestroyResourceRequest: destroyResourceRequestSchema,
  ExtendResourceRequest: extendResourceRequestSchema,
  UnlockRequest: unlockRequestSchema,
  RestoreStateRequest: restoreStateRequestSchema,
  ChangeResourceRequest: changeResourceRequestSchema,
  UpgradeResourceRequest: upgradeResourceRequestSchema,
  ConfirmRunRequest: confirmRunRequestSchema,
  DiscardRunRequest: discardRunRequestSchema,
  RetryRunRequest: retryRunRequestSchema,
  PublishSkeletonRequest: publishSkeletonRequestSchema,
};

type JsonObject = Record<string, unknown>;

const reference = (name: string) => ({
  $ref: `#/components/schemas/${name}`,
});

const json = (name: string, description: string) => ({
  description,
  content: { 'application/json': { schema: reference(name) } },
});

const error = (description: string) => json('Error', description);

const path = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key with the same body answers with the same run; with another body: 422.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const failures = {
  '400': error('The request is malformed; the message names the field'),
  '401': error('No credentials, or none that count'),
  '403': error('The caller may not do this'),
};

const notFound = {
  '404': error('There is no such thing, or it is not the caller’s'),
};

const conflict = {
  '409': error('A run of this resource is active; the answer links to it'),
  '422': error('The idempotency key was used for another request'),
};

const body = (request: string) => ({
  required: true,
  content: { 'application/json': { schema: reference(request) } },
});

const startsRun = (request: string) => ({
  parameters: [idempotencyKey],
  requestBody: body(request),
  responses: {
    '202': json('StartedRun', 'The run is queued'),
    ...failures,
    ...conflict,
    '413': error('The request is larger than a bundle may be'),
  },
});

const startsRunOf = (request: string, id: string) => ({
  ...startsRun(request),
  parameters: [path('id', id), idempotencyKey],
  responses: { ...startsRun(request).responses, ...notFound },
});

const decides = (request: string, description: string) => ({
  parameters: [path('id', 'Id of the run')],
  requestBody: body(request),
  responses: {
    '202': json('RunView', description),
    ...failures,
    ...notFound,
    '409': error('It waits for no decision, or its plan is another'),
  },
});

function queryParameters(schema: z.ZodType): JsonObject[] {
  const { properties, required } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as { properties: Record<string, JsonObject>; required?: string[] };
  const lists: Record<string, JsonObject> = {
    owner: { type: 'array', items: { type: 'string' } },
    type: { type: 'array', items: { type: 'string' } },
    environment: { type: 'array', items: { type: 'string' } },
    status: { type: 'array', items: resourceViewStatus() },
    limit: { type: 'integer', minimum: 1, maximum: 200, default: 25 },
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    ...(lists[name]?.type === 'array' ? { style: 'form', explode: true } : {}),
    schema: lists[name] ?? property,
  }));
}

function resourceViewStatus(): JsonObject {
  const { $schema, ...schema } = z.toJSONSchema(
    resourceViewSchema.shape.status,
  );
  return schema as JsonObject;
}

function schemas(
  named: Record<string, z.ZodType>,
  io: 'input' | 'output',
): Record<string, JsonObject> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) {
    registry.add(schema, { id });
  }
  const generated = z.toJSONSchema(registry, {
    io,
    uri: id => `#/components/schemas/${id}`,
  }).schemas;
  return Object.fromEntries(
    Object.entries(generated).map(([name, { $schema, $id, ...schema }]) => [
      name,
      inlineSharedDefinitions(schema as JsonObject, generated),
    ]),
  );
}

/** zod gathers schemas without a name (any JSON value) under `__shared`; OpenAPI wants them in their place. */
function inlineSharedDefinitions(
  schema: JsonObject,
  generated: JsonObject,
): JsonObject {
  const shared = generated.__shared as
    | { $defs?: Record<string, JsonObject> }
    | undefined;
  if (!shared) {
    return schema;
  }
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key !== '' && typeof value?.$ref === 'string') {
      const name = /__shared#\/\$defs\/(.+)$/.exec(value.$ref)?.[1];
      if (name) {
        return {};
      }
    }
    return value;
  }) as JsonObject;
}

/** The OpenAPI 3.1 description of `/api/resources/v1`, made from the schemas that the server itself checks by. */
export function openApiDocument() {
  const { __shared, ...output } = schemas(components, 'output');
  const { __shared: __, ...input } = schemas(requests, 'input');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Terrastage resources',
      version: '1',
      description:
        'The inventory of resources and their runs. Creating a resource is the scaffolder’s, on behalf of a user.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/resources/v1' }],
    security: [{ backstage: [] }],
    paths: {
      '/options': {
        get: {
          operationId: 'getOptions',
          summary: 'What forms and pages offer',
          responses: { '200': json('Options', 'The lists'), ...failures },
        },
      },
      '/resources': {
        get: {
          operationId: 'listResources',
          summary: 'Resources that the caller may read',
          parameters: queryParameters(resourceQuerySchema),
          responses: { '200': json('ResourcePage', 'A page'), ...failures },
        },
        post: {
          operationId: 'createResource',
          summary: 'Make a resource (the scaffolder, on behalf of a user)',
          ...startsRun('CreateResourceRequest'),
        },
      },
      '/resources/facets': {
        get: {
          operationId: 'getFacets',
          summary: 'Values of the filters, with counts',
          parameters: queryParameters(resourceQuerySchema.pick({ mine: true })),
          responses: { '200': json('ResourceFacets', 'Counts'), ...failures },
        },
      },
      '/plans': {
        post: {
          operationId: 'planResource',
          summary:
            'Plan a resource without making it (the scaffolder, on behalf of a user)',
          ...startsRun('CreateResourceRequest'),
        },
      },
      '/resources/{id}': {
        get: {
          operationId: 'getResource',
          summary: 'One resource',
          parameters: [path('id', 'Id of the resource')],
          responses: {
            '200': json('ResourceDetail', 'The resource'),
            ...failures,
            ...notFound,
          },
        },
      },
      '/resources/{id}/runs': {
        get: {
          operationId: 'listRuns',
          summary: 'Runs of a resource, the newest first',
          parameters: [path('id', 'Id of the resource')],
          responses: {
            '200': json('RunPage', 'The runs'),
            ...failures,
            ...notFound,
          },
        },
      },
      '/resources/{id}/destroy': {
        post: {
          operationId: 'destroyResource',
          summary: 'Destroy a resource',
          ...startsRunOf('DestroyResourceRequest', 'Id of the resource'),
        },
      },
      '/resources/{id}/changes': {
        post: {
          operationId: 'changeResource',
          summary:
            'Plan a change of a resource, to be confirmed (the scaffolder, on behalf of a user)',
          ...startsRunOf('ChangeResourceRequest', 'Id of the resource'),
        },
      },
      '/resources/{id}/upgrade': {
        post: {
          operationId: 'upgradeResource',
          summary:
            'Plan a resource with the current version of its template, to be confirmed',
          ...startsRunOf('UpgradeResourceRequest', 'Id of the resource'),
        },
      },
      '/skeletons/{type}': {
        put: {
          operationId: 'publishSkeleton',
          summary:
            'Say what the current files of a template are (the scaffolder)',
          parameters: [path('type', 'Type of the resources that it makes')],
          requestBody: body('PublishSkeletonRequest'),
          responses: {
            '200': json('PublishedSkeleton', 'It is current now'),
            ...failures,
            '413': error('The request is larger than a bundle may be'),
          },
        },
      },
      '/resources/{id}/extend': {
        post: {
          operationId: 'extendResource',
          summary: 'Let a resource live longer',
          parameters: [path('id', 'Id of the resource')],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: reference('ExtendResourceRequest'),
              },
            },
          },
          responses: {
            '200': json('ResourceDetail', 'The resource'),
            ...failures,
            ...notFound,
            '409': error('It never expires, or is gone'),
          },
        },
      },
      '/resources/{id}/lock': {
        get: {
          operationId: 'getLock',
          summary: 'Who holds the lock of the state',
          parameters: [path('id', 'Id of the resource')],
          responses: {
            '200': json('StateLock', 'The lock, if there is one'),
            ...failures,
            ...notFound,
            '500': error('The state bucket cannot be read now'),
          },
        },
      },
      '/resources/{id}/unlock': {
        post: {
          operationId: 'unlockResource',
          summary: 'Remove a lock that nobody alive holds',
          ...startsRun('UnlockRequest'),
          parameters: [path('id', 'Id of the resource'), idempotencyKey],
          responses: {
            ...startsRun('UnlockRequest').responses,
            ...notFound,
          },
        },
      },
      '/resources/{id}/state-versions/restore': {
        post: {
          operationId: 'restoreState',
          summary:
            'Plan with an older version of the state, and write it once that is confirmed (admins)',
          ...startsRun('RestoreStateRequest'),
          parameters: [path('id', 'Id of the resource'), idempotencyKey],
          responses: {
            ...startsRun('RestoreStateRequest').responses,
            ...notFound,
          },
        },
      },
      '/resources/{id}/state-versions': {
        get: {
          operationId: 'listStateVersions',
          summary: 'Versions of the Terraform state, the newest first',
          parameters: [
            path('id', 'Id of the resource'),
            ...queryParameters(stateVersionsQuerySchema),
          ],
          responses: {
            '200': json('StateVersionPage', 'A page'),
            ...failures,
            ...notFound,
            '500': error('The state bucket cannot be read now'),
          },
        },
      },
      '/resources/{id}/state-versions/compare': {
        get: {
          operationId: 'compareStateVersions',
          summary: 'What is different between two versions of the state',
          parameters: [
            path('id', 'Id of the resource'),
            ...queryParameters(stateComparisonQuerySchema),
          ],
          responses: {
            '200': json('StateComparison', 'The differences'),
            ...failures,
            ...notFound,
            '500': error('The state bucket cannot be read now'),
          },
        },
      },
      '/runs/{id}': {
        get: {
          operationId: 'getRun',
          summary: 'One run with its plan',
          parameters: [path('id', 'Id of the run')],
          responses: {
            '200': json('RunDetail', 'The run'),
            ...failures,
            ...notFound,
          },
        },
      },
      '/runs/{id}/events': {
        get: {
          operationId: 'listRunEvents',
          summary:
            'Events of a run: a page as JSON, or all as they come with `Accept: text/event-stream`',
          parameters: [
            path('id', 'Id of the run'),
            {
              name: 'after',
              in: 'query',
              description:
                'Only events with a larger `seq`. A reconnecting stream may say it as `Last-Event-ID`.',
              schema: { type: 'integer', minimum: 0, default: 0 },
            },
          ],
          responses: {
            '200': {
              description: 'The events',
              content: {
                'application/json': { schema: reference('RunEventsPage') },
                'text/event-stream': { schema: { type: 'string' } },
              },
            },
            ...failures,
            ...notFound,
          },
        },
      },
      '/runs/{id}/cancel': {
        post: {
          operationId: 'cancelRun',
          summary:
            'Cancel a run. Terraform is asked once and given time to save its state.',
          parameters: [path('id', 'Id of the run')],
          responses: {
            '202': json('RunView', 'The cancel is noted'),
            ...failures,
            ...notFound,
            '409': error('The run is over'),
          },
        },
      },
      '/runs/{id}/confirm': {
        post: {
          operationId: 'confirmRun',
          summary: 'Have the parked plan of a run applied',
          ...decides('ConfirmRunRequest', 'It is queued to be applied'),
        },
      },
      '/runs/{id}/discard': {
        post: {
          operationId: 'discardRun',
          summary: 'Throw away the parked plan of a run',
          ...decides('DiscardRunRequest', 'It is discarded'),
        },
      },
      '/runs/{id}/retry': {
        post: {
          operationId: 'retryRun',
          summary: 'Try again what a run did not bring about',
          ...startsRunOf('RetryRunRequest', 'Id of the run'),
        },
      },
    },
    components: {
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A Backstage user or service token',
        },
      },
      schemas: {
        ...input,
        ...output,
        Error: {
          type: 'object',
          required: ['error', 'response'],
          properties: {
            error: {
              type: 'object',
              required: ['name', 'message'],
              properties: {
                name: { type: 'string' },
                message: { type: 'string' },
              },
              additionalProperties: true,
            },
            request: { type: 'object', additionalProperties: true },
            response: {
              type: 'object',
              required: ['statusCode'],
              properties: { statusCode: { type: 'integer' } },
            },
          },
        },
      },
    },
  };
}
