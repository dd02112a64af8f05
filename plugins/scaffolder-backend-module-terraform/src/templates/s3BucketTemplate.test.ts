import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { serverSchema } from '../testing/serverSchema';
import {
  shippedFile,
  shippedManifest,
  shippedTemplate,
  SKELETONS,
} from '../testing/shipped';
import {
  startScaffolder,
  type TestScaffolder,
} from '../testing/startScaffolder';

jest.setTimeout(60_000);

const template = shippedTemplate('s3-bucket');
const pages = template.spec.parameters as JsonObject[];
const fieldOf = (page: number, name: string) =>
  (pages[page].properties as Record<string, JsonObject>)[name];

/** What the form sends when only its required fields were touched. */
const untouched = {
  name: 'acme-invoices-dev',
  owner: 'group:default/payments',
  environment: 'dev',
  costCenter: 'CC-1001',
  encryption: 'AES256',
  versions: 'keep',
  accessLogs: false,
  forceDestroy: false,
  storageClass: 'STANDARD',
  abortUploads: false,
};
const plain = {
  name: 'acme-invoices-dev',
  encryption: 'AES256',
  versioning: true,
  force_destroy: false,
};

describe('the template of the S3 bucket', () => {
  it('is one', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it('takes environments and cost centres from the configuration', () => {
    expect(fieldOf(0, 'environment')['ui:field']).toBe('EnvironmentPicker');
    expect(fieldOf(0, 'costCenter')['ui:field']).toBe('CostCenterPicker');
  });

  it('is documented, on a page that is there', () => {
    expect(template.metadata.annotations).toMatchObject({
      'backstage.io/techdocs-entity': 'system:default/terrastage',
      'backstage.io/techdocs-entity-path': '/resources/s3-bucket',
    });
    expect(shippedFile('catalog/docs/resources/s3-bucket.md')).toContain(
      '# S3 bucket',
    );
  });

  describe('submitted', () => {
    let resources: FakeResourcesService;
    let scaffolder: TestScaffolder;

    beforeAll(async () => {
      resources = new FakeResourcesService();
      scaffolder = await startScaffolder({
        resources,
        skeletons: SKELETONS,
        templates: [template],
      });
    });

    afterAll(() => scaffolder.stop());

    beforeEach(() => {
      resources.requests.length = 0;
      resources.script = {};
    });

    const variables: Array<[string, object, object]> = [
      ['without any choice', {}, plain],
      [
        'with a KMS key',
        {
          encryption: 'aws:kms',
          kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/abc',
        },
        {
          ...plain,
          encryption: 'aws:kms',
          kms_key_arn: 'arn:aws:kms:us-east-1:111122223333:key/abc',
        },
      ],
      [
        'with KMS and no key of its own',
        { encryption: 'aws:kms' },
        { ...plain, encryption: 'aws:kms' },
      ],
      [
        'without versions',
        { versions: 'none' },
        { ...plain, versioning: false },
      ],
      [
        'with versions for a time',
        { versions: 'expire', versionDays: 90 },
        { ...plain, noncurrent_version_expiration_days: 90 },
      ],
      [
        'with access logs',
        { accessLogs: true, accessLogBucket: 'acme-access-logs' },
        { ...plain, access_log_bucket: 'acme-access-logs' },
      ],
      [
        'with cheaper storage',
        { storageClass: 'STANDARD_IA', transitionDays: 30 },
        {
          ...plain,
          transition_storage_class: 'STANDARD_IA',
          transition_days: 30,
        },
      ],
      [
        'with an archive from the first day',
        { storageClass: 'DEEP_ARCHIVE', transitionDays: 1 },
        {
          ...plain,
          transition_storage_class: 'DEEP_ARCHIVE',
          transition_days: 1,
        },
      ],
      [
        'with unfinished uploads thrown away',
        { abortUploads: true, abortDays: 7 },
        { ...plain, abort_multipart_days: 7 },
      ],
      [
        'with objects that go with the bucket',
        { forceDestroy: true },
        { ...plain, force_destroy: true },
      ],
      [
        'with fields left over from choices that were taken back',
        {
          kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/abc',
          versionDays: 90,
          accessLogBucket: 'acme-access-logs',
          transitionDays: 30,
          abortDays: 7,
        },
        plain,
      ],
    ];

    it.each(variables)(
      '%s asks for just that',
      async (_, choices, expected) => {
        const { id } = await scaffolder.submit(template, {
          ...untouched,
          ...choices,
        } as JsonObject);
        await scaffolder.ended(id!);

        const [request] = resources.requests;
        expect(request.variables).toEqual(expected);
        const accepts = serverSchema(shippedManifest('s3-bucket').variables);
        expect(accepts(request.variables)).toBe(true);
      },
    );

    it('says who owns it, where it goes, who pays and what it is for', async () => {
      const { id } = await scaffolder.submit(template, {
        ...untouched,
        description: 'Invoices as PDF',
        system: 'system:default/checkout',
      });
      await scaffolder.ended(id!);

      const { bundle, variables: _, ...request } = resources.requests[0];
      const { parameters, templateCommit, ...rest } = request;
      expect(parameters).toEqual({
        ...untouched,
        description: 'Invoices as PDF',
        system: 'system:default/checkout',
      });
      expect(rest).toEqual({
        type: 's3-bucket',
        name: 'acme-invoices-dev',
        description: 'Invoices as PDF',
        environment: 'dev',
        owner: 'group:default/payments',
        system: 'system:default/checkout',
        costCenter: 'CC-1001',
        templateRef: 'template:default/s3-bucket',
      });
      expect(bundle.files.map(({ path }) => path)).toEqual([
        'encryption.tf',
        'lifecycle.tf',
        'logging.tf',
        'main.tf',
        'outputs.tf',
        'policy.tf',
        'terrastage.yaml',
        'variables.tf',
        'versioning.tf',
        'versions.tf',
      ]);
    });

    it('ends with links to the resource, the run, the catalog and AWS, and a summary', async () => {
      const visible = (value: string) => ({ sensitive: false, value });
      resources.script = {
        outputs: {
          arn: visible('arn:aws:s3:::acme-invoices-dev'),
          region: visible('us-east-1'),
          domain_name: visible('acme-invoices-dev.s3.us-east-1.amazonaws.com'),
          console_url: visible('https://console.aws.amazon.com/s3/buckets/a'),
        },
      };

      const { id } = await scaffolder.submit(template, untouched);
      const { status, output } = await scaffolder.ended(id!);

      const run = [...resources.runs.values()].at(-1)!;
      expect(status).toBe('completed');
      expect(
        output.links?.map(({ url, entityRef }) => url ?? entityRef),
      ).toEqual([
        `https://portal.example.com/resources/${run.resourceId}`,
        `https://portal.example.com/resources/runs/${run.id}`,
        'resource:default/acme-invoices-dev-a1b2c3',
        'https://console.aws.amazon.com/s3/buckets/a',
      ]);
      expect(output.text?.[0].content).toContain(
        '| ARN | `arn:aws:s3:::acme-invoices-dev` |',
      );
    });

    it('fails with the run’s own message', async () => {
      resources.script = {
        ends: {
          status: 'failed',
          failure: { code: 'apply_failed', message: 'The name is taken.' },
        },
      };

      const { id } = await scaffolder.submit(template, untouched);
      const { status, output } = await scaffolder.ended(id!);

      expect(status).toBe('failed');
      expect(output.error?.name).toBe('RunFailedError');
      expect(output.error?.message).toContain('The name is taken.');
    });

    const refused: Array<[string, object]> = [
      ['a name by S3’s rules', { name: 'xn--acme' }],
      ['days that are none', { versions: 'expire', versionDays: 0 }],
      ['a billion days', { versions: 'expire', versionDays: 1e9 }],
      ['days as text', { versions: 'expire', versionDays: '3' }],
      ['half a day', { versions: 'expire', versionDays: 1.5 }],
      [
        'Standard-IA too soon',
        { storageClass: 'STANDARD_IA', transitionDays: 29 },
      ],
      ['a storage class of its own', { storageClass: 'GOLD' }],
      ['access logs into nothing', { accessLogs: true }],
      ['a key that is no ARN', { encryption: 'aws:kms', kmsKeyArn: 'key' }],
      ['a choice that is none', { forceDestroy: 'yes' }],
      ['no owner', { owner: undefined }],
    ];

    it.each(refused)('is refused with %s', async (_, values) => {
      const { status } = await scaffolder.submit(template, {
        ...untouched,
        ...values,
      } as JsonObject);

      expect(status).toBe(400);
      expect(resources.requests).toEqual([]);
    });
  });
});
