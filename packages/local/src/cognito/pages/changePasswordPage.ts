import { newPasswordFields } from './newPasswordFields';
import { alert, form, page } from './page';

export type ChangePasswordPageOptions = {
  query: URLSearchParams;
  email: string;
  /** The temporary one, which has been checked. */
  password: string;
  error?: string;
};

export function changePasswordPage(options: ChangePasswordPageOptions): string {
  const { query, email, password, error } = options;
  return page(
    'Change your password',
    alert(error) +
      form('/changePassword', query, newPasswordFields, 'Send', {
        username: email,
        password,
      }),
  );
}
