import type { PageLayoutProps } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { TitledPageLayout } from './TitledPageLayout';

function PlainLayout({ title, tabs, children }: PageLayoutProps) {
  return (
    <>
      <h1>{title}</h1>
      {tabs?.map(({ id, label, href }) => (
        <a key={id} href={href}>
          {label}
        </a>
      ))}
      {children}
    </>
  );
}

describe('TitledPageLayout', () => {
  it('gives titles and tabs that Backstage has, and leaves those of others', async () => {
    renderInTestApp(
      <TitledPageLayout
        layout={PlainLayout}
        title="Create"
        tabs={[
          { id: 'tasks', label: 'Tasks', href: 'tasks' },
          { id: 'other', label: 'constructor', href: 'other' },
        ]}
      >
        What is on it
      </TitledPageLayout>,
    );

    expect(
      await screen.findByRole('heading', { name: 'Create' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Tasks' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'constructor' })).toHaveAttribute(
      'href',
      'other',
    );
    expect(screen.getByText('What is on it')).toBeInTheDocument();
  });
});
