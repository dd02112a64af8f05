import { NotFoundError } from '@backstage/errors';
import type { CommandContext } from './CommandContext';

/**
 * The email of a person, who may also be named as in the catalog: `ana`.
 *
 * @throws NotFoundError when the users files have nobody of that name
 */
export async function emailOf(
  { directory }: CommandContext,
  person: string,
): Promise<string> {
  if (person.includes('@')) return person;
  const { users } = await directory();
  const ref = person.includes('/') ? person : `default/${person}`;
  const user = users.find(({ entityRef }) => entityRef === `user:${ref}`);
  if (!user) {
    throw new NotFoundError(
      `The users files have nobody called ${person}. Give the email of somebody who is no longer there`,
    );
  }
  return user.email;
}
