import { screen, within } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

const template = {
  version: '1.2.0',
  upgrade: {
    version: '1.2.0',
    changelog: [
      { version: '1.2.0', text: '- Objects can be locked.' },
      { version: '1.1.0', text: '- Access logs.' },
    ],
  },
};

describe('the template of a resource', () => {
  useFakeClock();

  const open = (overrides: Parameters<typeof aResource>[0]) => {
    const resource = aResource(overrides);
    const api = new FakeResourcesApi({ resources: [resource] });
    return { api, user: renderPages(`/resources/${resource.id}`, { api }) };
  };

  it('with a newer version says what is new and has it planned', async () => {
    const { api, user } = open({
      template,
      actions: { extend: true, destroy: true, change: true, upgrade: true },
    });

    await user.click(
      await screen.findByRole('button', { name: 'See what is new' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('From version 1.0.0 to 1.2.0');
    expect(dialog).toHaveTextContent('Objects can be locked.');
    expect(dialog).toHaveTextContent('Access logs.');
    await user.click(
      within(dialog).getByRole('button', { name: 'Plan the upgrade' }),
    );

    expect(api.callsOf('upgradeResource')).toHaveLength(1);
    expect(await screen.findByText('1.0.0 to 1.2.0')).toBeInTheDocument();
  });

  it('says why an upgrade was not planned', async () => {
    const { api, user } = open({
      template,
      actions: { extend: true, destroy: true, change: true, upgrade: true },
    });
    api.break(
      'upgradeResource',
      responseError(400, 'variables.days: is required'),
    );
    await user.click(
      await screen.findByRole('button', { name: 'See what is new' }),
    );

    await user.click(
      await screen.findByRole('button', { name: 'Plan the upgrade' }),
    );

    expect(await screen.findByText(/days: is required/)).toBeInTheDocument();
  });

  it.each(['deprecated', 'retired'] as const)(
    'that is %s says so and what to do',
    async end => {
      open({
        template: {
          version: '1.0.0',
          [end]: { since: '1.0.0', message: 'Use archives instead.' },
        },
      });

      expect(
        await screen.findByText(`The template is ${end} since version 1.0.0`),
      ).toBeInTheDocument();
      expect(screen.getByText(/Use archives instead\./)).toBeInTheDocument();
    },
  );

  it('leads to the form of a change', async () => {
    open({});

    expect(await screen.findByRole('link', { name: 'Change' })).toHaveAttribute(
      'href',
      '/resources/resource-invoices/change',
    );
  });
});
