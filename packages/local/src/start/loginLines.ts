import type { SeededPerson } from '../cognito/seedPeople';
import { join } from 'node:path';
import type { StartContext } from './StartContext';

type Row = [name: string, value: string];

/**
 * Who can log in, and with what: a password goes to a terminal, and into no log.
 *
 * @param isTerminal - whether the screen is one
 */
export function loginLines(context: StartContext, isTerminal: boolean): Row[] {
  const { visitor, people } = context;
  if (visitor) {
    const { displayName, entityRef } = visitor;
    return [
      [
        'You are',
        `${displayName} (${entityRef}), without a login; --as <name> is another`,
      ],
    ];
  }
  if (!people) return [['Log in', 'at your own identity provider']];
  const emailWidth = Math.max(...people.map(({ email }) => email.length));
  const rows = people.map(person => {
    const email = person.email.padEnd(emailWidth);
    const password = isTerminal ? `${person.password}  ` : '';
    return `${email}  ${password}${roleOf(person)}`;
  });
  return [
    [
      'Log in',
      isTerminal
        ? 'as one of these; passwords are of this start alone'
        : 'as one of these',
    ],
    ...rows.map((row): Row => ['', row]),
    ['', howToGetPassword(context, people[0], isTerminal)],
  ];
}

function roleOf({ groups }: SeededPerson): string {
  return groups.join(', ');
}

function howToGetPassword(
  { home, runDir }: StartContext,
  { id }: SeededPerson,
  isTerminal: boolean,
): string {
  const own = runDir === join(home, 'run') ? '' : ` --run-dir ${runDir}`;
  const command = `npm run users -- reset-password ${id}${own}`;
  return isTerminal
    ? `Another password:  ${command}`
    : `A password:  ${command} --print-password`;
}
