import { NotAllowedError } from '@backstage/errors';
import {
  runCreatePermission,
  type CreateResourceRequest,
} from '@terrastage/plugin-resources-common';
import type { UserCaller } from '../access/Caller';

/**
 * What somebody has made belongs to them or to a group that they are in, whatever else they may do: admins as well make
 * nothing in the name of a team that is not theirs.
 *
 * @returns the owner as the catalog has it.
 * @throws NotAllowedError
 */
export function checkOwner(
  request: Pick<CreateResourceRequest, 'owner' | 'environment'>,
  user: UserCaller,
): string {
  const owner = request.owner.toLowerCase();
  if (!user.owners.includes(owner)) {
    throw new NotAllowedError(
      `owner: ${request.owner} is neither you nor a group that you are in`,
    );
  }
  const { environment } = request;
  if (!user.rights.may(runCreatePermission, { owner, environment })) {
    throw new NotAllowedError(
      `owner: you may not have anything made for ${request.owner} in ${environment}`,
    );
  }
  return owner;
}
