import type { PlanResult } from '@terrastage/terraform-runner/protocol';
import { adoptionFault } from './adoptionFault';

const resource = {
  id: 'resource-1',
  owner: 'group:default/payments',
  adoptedId: 'orders',
};

const rules = {
  title: 'identifier',
  id: { type: 'string' },
  output: 'identifier',
  imports: [{ to: 'aws_db_instance.this', id: '{id}' }],
};

type Attributes = NonNullable<
  PlanResult['detail']
>['changes'][number]['attributes'];

const consent: Attributes = [
  {
    path: 'tags["terrastage:adopt"]',
    before: 'group:default/payments',
  },
];

function planOf(
  attributes: Attributes,
  action: 'update' | 'replace' = 'update',
): PlanResult {
  const change = {
    address: 'aws_db_instance.this',
    type: 'aws_db_instance',
    name: 'this',
    action,
    imported: true,
  };
  return {
    digest: 'a'.repeat(64),
    summary: {
      create: 0,
      update: action === 'update' ? 1 : 0,
      replace: action === 'replace' ? 1 : 0,
      delete: 0,
      import: 1,
      changes: [change],
    },
    detail: {
      terraformVersion: '1.11.4',
      formatVersion: '1.2',
      changes: [{ ...change, providerName: 'aws', attributes }],
      outputs: [],
      drift: [],
    },
  };
}

const messageOf = (plan: PlanResult) =>
  adoptionFault(plan, resource, rules)?.message;

describe('the plan of an adoption', () => {
  it('is fine when the thing allows it and nothing is taken away', () => {
    const tagged: Attributes = [
      ...consent,
      { path: 'tags_all["terrastage:resource-id"]', after: 'resource-1' },
    ];

    expect(messageOf(planOf(tagged))).toBeUndefined();
  });

  it('is fine when all tags are told as one', () => {
    const whole = {
      path: 'tags',
      before: { 'terrastage:adopt': 'group:default/payments' },
    };

    expect(messageOf(planOf([whole]))).toBeUndefined();
  });

  it('is fine again after an adoption that had begun', () => {
    const own = {
      path: 'tags_all["terrastage:resource-id"]',
      before: 'resource-1',
    };

    expect(messageOf(planOf([...consent, own]))).toBeUndefined();
  });

  it('is refused without the tag, and says which to give', () => {
    expect(messageOf(planOf([]))).toMatch(
      /'orders' was not adopted, and nothing was changed\. .*terrastage:adopt with the value group:default\/payments/,
    );
  });

  it('is refused for another owner than the tag names', () => {
    const foreign = [
      { path: 'tags["terrastage:adopt"]', before: 'group:default/storefront' },
    ];

    expect(messageOf(planOf(foreign))).toContain(
      'names group:default/storefront, not group:default/payments',
    );
  });

  it('is refused for what is another resource’s', () => {
    const managed = {
      path: 'tags_all["terrastage:resource-id"]',
      before: 'resource-2',
      after: 'resource-1',
    };

    expect(messageOf(planOf([...consent, managed]))).toContain(
      'terrastage:resource-id=resource-2: it belongs to another resource',
    );
  });

  it('is refused when it replaces, and says what differs and which input to change', () => {
    const engine = {
      path: 'engine',
      before: 'mysql',
      after: 'postgres',
      forcesReplacement: true,
      inputs: ['engine'],
    };

    expect(messageOf(planOf([...consent, engine], 'replace'))).toContain(
      'aws_db_instance.this would be replaced: engine is "mysql" in AWS and "postgres" by the form (give the input engine the value that AWS has)',
    );
  });

  it('is refused when it replaces by what no input says, and says so', () => {
    const encrypted = {
      path: 'storage_encrypted',
      before: false,
      after: true,
      forcesReplacement: true,
    };

    expect(messageOf(planOf([...consent, encrypted], 'replace'))).toContain(
      'storage_encrypted is false in AWS and true by the form, which the template sets by itself: change it in AWS first, or leave it unmanaged',
    );
  });

  it('shows no secret', () => {
    const secret = {
      path: 'password',
      beforeSensitive: true,
      afterSensitive: true,
      forcesReplacement: true,
    };

    expect(messageOf(planOf([...consent, secret], 'replace'))).toContain(
      'password is a secret in AWS and a secret by the form',
    );
  });

  it('is refused when its details are missing', () => {
    const { detail, ...plan } = planOf(consent);

    expect(messageOf(plan)).toContain('did not arrive in full');
  });
});
