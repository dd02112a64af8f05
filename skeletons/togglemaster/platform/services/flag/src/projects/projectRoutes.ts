import { assertReach, callerOf, type App } from '@togglemaster/kit';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import type { ActOf } from '@togglemaster/changes';
import { environment, project } from './Project.ts';
import type { ProjectService } from './ProjectService.ts';

const read = { access: { role: 'viewer', scope: 'flags:read' } } as const;
const admin = { access: { role: 'admin' } } as const;
const tags = ['projects'];
const inProject = z.object({ project: slug });
const one = z.object({ project: slug, environment: slug });
const settings = environment.pick({ name: true, protected: true }).strict();

export function projectRoutes(
  app: App,
  { projects, actOf }: { projects: ProjectService; actOf: ActOf },
): void {
  app.get(
    '/projects',
    {
      // Not for keys: each knows its own project only.
      config: { access: { role: 'viewer' } },
      schema: {
        tags,
        response: { 200: z.object({ projects: z.array(project) }) },
      },
    },
    async () => ({ projects: await projects.list() }),
  );

  app.post(
    '/projects',
    {
      config: admin,
      schema: {
        tags,
        body: project.pick({ key: true, name: true }).strict(),
        response: { 201: project },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return projects.create(request.body, actOf(request));
    },
  );

  app.get(
    '/projects/:project/environments',
    {
      config: read,
      schema: {
        tags,
        params: inProject,
        response: { 200: z.object({ environments: z.array(environment) }) },
      },
    },
    async request => {
      assertReach(request.principal, request.params.project);
      return {
        environments: await projects.environments(request.params.project),
      };
    },
  );

  app.post(
    '/projects/:project/environments',
    {
      config: admin,
      schema: {
        tags,
        params: inProject,
        body: settings.extend({ key: slug }),
        response: { 201: environment },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return projects.createEnvironment(
        { ...request.body, project: request.params.project },
        actOf(request),
      );
    },
  );

  app.put(
    '/projects/:project/environments/:environment',
    {
      config: admin,
      schema: {
        tags,
        params: one,
        body: settings,
        response: { 200: environment },
      },
    },
    async request =>
      projects.updateEnvironment(
        request.params.project,
        request.params.environment,
        request.body,
        callerOf(request),
        actOf(request),
      ),
  );
}
