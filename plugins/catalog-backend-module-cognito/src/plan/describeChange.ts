import type { Change } from './Change';

/** One line for people; what the email is about stands in a column of its own. */
export function describeChange(change: Change): {
  who: string;
  what: string;
} {
  switch (change.kind) {
    case 'create-group':
      return { who: change.group, what: 'create the group' };
    case 'create-user':
      return { who: change.email, what: `create, ${change.name}` };
    case 'adopt-user':
      return { who: change.email, what: `take over, ${change.name}` };
    case 'update-user': {
      const { name, emailVerified } = change.fields;
      const parts = [
        name && `name ${name.from ?? '(none)'} -> ${name.to}`,
        emailVerified && 'email is verified',
      ].filter(Boolean);
      return { who: change.email, what: parts.join(', ') };
    }
    case 'enable-user':
      return { who: change.email, what: 'enable again' };
    case 'disable-user':
      return { who: change.email, what: 'disable' };
    case 'add-to-group':
      return { who: change.email, what: `add to ${change.group}` };
    case 'remove-from-group':
      return { who: change.email, what: `remove from ${change.group}` };
    default:
      throw new Error(`Unknown change ${JSON.stringify(change)}`);
  }
}
