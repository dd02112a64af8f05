import { screen, within } from '@testing-library/react';
import type { PlanItem } from '../../api/ResourcesApi';
import { aPlan } from '../../testing/aPlan';
import { aRun } from '../../testing/aRun';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderPages } from '../../testing/renderPages';
import { useFakeClock } from '../../testing/useFakeClock';

const change = (name: RegExp) => screen.findByRole('button', { name });
const attributes = (address: string) =>
  screen.findByRole('table', { name: `Attributes of ${address}` });

describe('the plan', () => {
  useFakeClock();

  const open = (plan: PlanItem | undefined = aPlan()) => {
    const api = new FakeResourcesApi({
      runs: [aRun({ status: 'applied', plan })],
    });
    return renderPages('/resources/runs/run-1', { api });
  };

  it('groups the changes by what they do, what destroys first', async () => {
    open();

    await screen.findByText('Destroy (1)');
    expect(
      within(screen.getByRole('region', { name: 'Plan' }))
        .getAllByRole('heading', { level: 4 })
        .map(heading => heading.textContent),
    ).toEqual([
      'Destroy (1)',
      'Replace (1)',
      'Change (1)',
      'Create (1)',
      'Outputs (1)',
    ]);
  });

  it('shows before and after, and what forces a replacement', async () => {
    open();

    const table = await attributes('aws_db_instance.this');
    expect(
      within(table).getByRole('row', { name: /engine_version/ }),
    ).toHaveTextContent('engine_versionforces replacement15.416.2');
  });

  it('says in words what is sensitive and what is not known yet', async () => {
    const user = open();

    expect(
      within(await attributes('aws_db_instance.this')).getByRole('row', {
        name: /password/,
      }),
    ).toHaveTextContent('password(sensitive)(sensitive)');
    await user.click(await change(/Create.*aws_s3_bucket\.this/));
    expect(
      within(await attributes('aws_s3_bucket.this')).getByRole('row', {
        name: /arn/,
      }),
    ).toHaveTextContent('arn(known after the apply)');
  });

  it('shows only what there is: no before of what is created', async () => {
    const user = open();

    await user.click(await change(/Create.*aws_s3_bucket\.this/));

    const headers = within(await attributes('aws_s3_bucket.this'))
      .getAllByRole('columnheader')
      .map(header => header.textContent);
    expect(headers).toEqual(['Attribute', 'After']);
  });

  it('compares a policy by line', async () => {
    open();

    const table = await attributes('aws_s3_bucket_policy.this');
    expect(table).toHaveTextContent(/Added line.*"Action": "s3:GetObject"/);
    expect(table).not.toHaveTextContent(/Removed line.*"Effect": "Deny"/);
  });

  it('opens and closes all at once', async () => {
    const user = open();

    await user.click(await screen.findByRole('button', { name: 'Expand all' }));
    expect(
      screen.getAllByRole('table', { name: /Attributes of/ }),
    ).toHaveLength(4);

    await user.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(screen.queryByRole('table', { name: /Attributes of/ })).toBeNull();
    expect(await change(/aws_s3_bucket\.this/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('says that nothing changes', async () => {
    open(aPlan({ changes: [], outputs: [] }));

    expect(
      await screen.findByText('No changes: AWS is as the files say.'),
    ).toBeInTheDocument();
  });

  it('shows what somebody changed in AWS meanwhile', async () => {
    open(
      aPlan({
        drift: [
          {
            address: 'aws_s3_bucket.this',
            type: 'aws_s3_bucket',
            action: 'update',
            attributes: [{ path: 'tags["Owner"]', before: 'a', after: 'b' }],
          },
        ],
      }),
    );

    expect(
      await screen.findByText('Changed in AWS since the last run'),
    ).toBeInTheDocument();
    expect(screen.getByText(/tags\["Owner"\]/)).toBeInTheDocument();
  });
});
