import { newPasswordFields } from './newPasswordFields';
import { alert, form, page } from './page';

export type ResetPasswordPageOptions = {
  query: URLSearchParams;
  email: string;
  error?: string;
};

export function resetPasswordPage(options: ResetPasswordPageOptions): string {
  const { query, email, error } = options;
  return page(
    'Enter the code of your mail',
    alert(error) +
      form(
        '/resetPassword',
        query,
        [
          {
            name: 'code',
            label: 'Code',
            type: 'text',
            autocomplete: 'one-time-code',
          },
          ...newPasswordFields,
        ],
        'Change password',
        { username: email },
      ),
  );
}
