import { alert, form, page } from './page';

export type LoginPageOptions = {
  query: URLSearchParams;
  email?: string;
  error?: string;
};

export function loginPage({ query, email, error }: LoginPageOptions): string {
  return page(
    'Sign in with your email',
    alert(error) +
      form(
        '/login',
        query,
        [
          {
            name: 'username',
            label: 'Email',
            type: 'email',
            autocomplete: 'username',
            value: email,
          },
          {
            name: 'password',
            label: 'Password',
            type: 'password',
            autocomplete: 'current-password',
          },
        ],
        'Sign in',
      ),
  );
}
