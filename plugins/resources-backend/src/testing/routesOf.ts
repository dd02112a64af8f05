import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

interface Layer {
  regexp: RegExp;
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of a router and of those in it, as `GET /resources/{id}`, below a prefix. */
export function routesOf(router: Router, prefix = ''): string[] {
  const { stack } = router as unknown as { stack: Layer[] };
  return stack.flatMap(({ route, handle, regexp }) => {
    if (route) {
      const path = `${prefix}${route.path}`.replace(/:(\w+)/g, '{$1}');
      return METHODS.filter(method => route.methods[method]).map(
        method => `${method.toUpperCase()} ${path}`,
      );
    }
    // Express keeps where a router was put as a pattern alone.
    const at = regexp.source
      .replace('\\/?(?=\\/|$)', '')
      .replace(/^\^/, '')
      .replace(/\\/g, '');
    return handle.stack ? routesOf(handle as Router, `${prefix}${at}`) : [];
  });
}

/** Every route that the OpenAPI file describes, in the same form. */
export async function describedRoutes(): Promise<string[]> {
  const file = resolvePackagePath(
    '@terrastage/plugin-resources-common',
    'openapi.yaml',
  );
  const { paths } = parse(await readFile(file, 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.filter(method => method in operations).map(
      method => `${method.toUpperCase()} ${path}`,
    ),
  );
}
