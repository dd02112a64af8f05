import type { App } from '@togglemaster/kit';
import { z } from 'zod';
import type { KeyRing } from './KeyRing.ts';

const jwk = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
});

export function jwksRoute(app: App, ring: KeyRing): void {
  app.get(
    '/.well-known/jwks.json',
    {
      config: { access: 'public' },
      schema: {
        tags: ['sessions'],
        response: { 200: z.object({ keys: z.array(jwk) }) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300');
      return { keys: (await ring.published()) as z.infer<typeof jwk>[] };
    },
  );
}
