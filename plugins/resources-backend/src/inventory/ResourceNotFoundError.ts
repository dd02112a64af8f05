import { NotFoundError } from '@backstage/errors';

/** The same whether there is none or it is another team's. */
export class ResourceNotFoundError extends NotFoundError {
  name = 'NotFoundError' as const;

  constructor() {
    super('There is no such resource, or it is not yours to see');
  }
}
