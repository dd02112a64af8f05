import type { Field } from './page';

export const newPasswordFields: Field[] = [
  {
    name: 'new_password',
    label: 'New password',
    type: 'password',
    autocomplete: 'new-password',
  },
  {
    name: 'confirmation',
    label: 'New password again',
    type: 'password',
    autocomplete: 'new-password',
  },
];
