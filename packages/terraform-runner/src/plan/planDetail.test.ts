import type { AttributeChange } from '../protocol';
import { planDetail } from './planDetail';
import { sensitiveValues } from './sensitiveValues';
import { shownPlanSchema } from './shownPlan';

/** A plan with one resource change, as `terraform show -json` prints it. */
function aPlan(change: object, more: object = {}) {
  return shownPlanSchema.parse({
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [
      {
        address: 'aws_x.y',
        mode: 'managed',
        type: 'aws_x',
        name: 'y',
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change,
      },
    ],
    ...more,
  });
}

function attributesOf(change: object, more: object = {}): AttributeChange[] {
  return planDetail(aPlan(change, more)).changes[0].attributes;
}

describe('planDetail', () => {
  it('tells of something new what is known and what was written down', () => {
    const attributes = attributesOf(
      {
        actions: ['create'],
        before: null,
        after: {
          bucket: 'b',
          force_destroy: false,
          acl: null,
          tags: {},
          tags_all: { Name: 'b' },
          rule: [{ id: 'x', filter: [] }],
          zones: ['a', 'b'],
        },
        after_unknown: {
          arn: true,
          policy: true,
          rule: [{}],
          zones: [false, false],
        },
        before_sensitive: false,
        after_sensitive: { tags_all: {}, rule: [{}] },
      },
      {
        configuration: {
          root_module: {
            resources: [
              { address: 'aws_x.y', expressions: { bucket: {}, policy: {} } },
            ],
          },
        },
      },
    );

    expect(attributes).toEqual([
      { path: 'bucket', after: 'b' },
      { path: 'force_destroy', after: false },
      { path: 'policy', afterUnknown: true },
      { path: 'rule[0].id', after: 'x' },
      { path: 'tags_all["Name"]', after: 'b' },
      { path: 'zones', after: ['a', 'b'] },
    ]);
  });

  it('finds what was written down in modules, with and without an index', () => {
    const plan = aPlan(
      {
        actions: ['create'],
        after: {},
        after_unknown: { id: true, arn: true },
      },
      {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                module: {
                  resources: [{ address: 'aws_x.y', expressions: { id: {} } }],
                },
              },
            },
          },
        },
      },
    );
    plan.resource_changes[0].address = 'module.m["a]b"].aws_x.y[0]';

    expect(planDetail(plan).changes[0].attributes).toEqual([
      { path: 'id', afterUnknown: true },
    ]);
  });

  it('tells of a change only what differs, on both sides', () => {
    expect(
      attributesOf({
        actions: ['update'],
        before: {
          id: 'i',
          size: 1,
          tags: { A: '1', B: '2' },
          rule: [{ id: 'x', days: 1 }],
          gone: 'g',
          none: null,
        },
        after: {
          id: 'i',
          size: 2,
          tags: { A: '1', C: '3' },
          rule: [{ id: 'x', days: 2 }, { id: 'y' }],
          gone: null,
          none: [],
        },
        after_unknown: { etag: true },
      }),
    ).toEqual([
      { path: 'gone', before: 'g' },
      { path: 'rule[0].days', before: 1, after: 2 },
      { path: 'rule[1].id', after: 'y' },
      { path: 'size', before: 1, after: 2 },
      { path: 'tags["B"]', before: '2' },
      { path: 'tags["C"]', after: '3' },
    ]);
  });

  it('says which attribute makes a replacement necessary', () => {
    const change = {
      actions: ['delete', 'create'],
      before: { name: 'a', arn: 'old', rule: [{ id: 'x' }] },
      after: { name: 'b', rule: [{ id: 'y' }] },
      after_unknown: { arn: true },
      replace_paths: [['name'], ['rule']],
    };

    expect(planDetail(aPlan(change)).changes[0].action).toBe('replace');
    expect(attributesOf(change)).toEqual([
      { path: 'arn', before: 'old', afterUnknown: true },
      { path: 'name', before: 'a', after: 'b', forcesReplacement: true },
      { path: 'rule[0].id', before: 'x', after: 'y', forcesReplacement: true },
    ]);
  });

  it('tells of what goes what it was', () => {
    expect(
      attributesOf({
        actions: ['delete'],
        before: { bucket: 'b', acl: null },
        after: null,
      }),
    ).toEqual([{ path: 'bucket', before: 'b' }]);
  });

  it('leaves out every value of a sensitive attribute, whichever side is marked', () => {
    const attributes = attributesOf({
      actions: ['update'],
      before: {
        a: 'secret-1',
        b: 'secret-2',
        c: { x: 'secret-3', y: 1 },
        d: ['secret-4', 'e'],
        same: 'secret-5',
      },
      after: {
        a: 'secret-6',
        b: 'secret-7',
        c: { x: 'secret-8', y: 2 },
        d: ['secret-9', 'f'],
        same: 'secret-5',
      },
      after_unknown: {},
      before_sensitive: {
        a: true,
        c: { x: true },
        d: [true, false],
        same: true,
      },
      after_sensitive: { b: true, same: true },
    });

    expect(attributes).toEqual([
      { path: 'a', beforeSensitive: true, afterSensitive: true },
      { path: 'b', beforeSensitive: true, afterSensitive: true },
      { path: 'c["x"]', beforeSensitive: true, afterSensitive: true },
      { path: 'c["y"]', before: 1, after: 2 },
      { path: 'd[0]', beforeSensitive: true, afterSensitive: true },
      { path: 'd[1]', before: 'e', after: 'f' },
    ]);
    expect(JSON.stringify(attributes)).not.toContain('secret-');
  });

  it('says of a sensitive attribute that it is known only later', () => {
    expect(
      attributesOf({
        actions: ['create'],
        before: null,
        after: {},
        after_unknown: { password: true },
        after_sensitive: { password: true },
      }),
    ).toEqual([{ path: 'password', afterUnknown: true }]);
  });

  it('leaves out what does not change, and what is only read', () => {
    const plan = aPlan({ actions: ['no-op'], before: {}, after: {} });
    plan.resource_changes.push({
      ...plan.resource_changes[0],
      change: { actions: ['read'], after: {} },
    });

    expect(planDetail(plan).changes).toEqual([]);
  });

  it('tells of an import that changes nothing', () => {
    const change = { actions: ['no-op'], before: {}, after: {}, importing: {} };

    expect(planDetail(aPlan(change)).changes).toMatchObject([
      { action: 'import', attributes: [] },
    ]);
  });

  it('tells outputs without their values, and drift', () => {
    const drifted = aPlan({ actions: ['no-op'] }).resource_changes[0];
    const detail = planDetail(
      aPlan(
        { actions: ['no-op'] },
        {
          output_changes: {
            arn: { actions: ['create'], after: 'a', after_sensitive: false },
            key: { actions: ['update'], after: 'k', after_sensitive: true },
            same: { actions: ['no-op'] },
          },
          resource_drift: [
            {
              ...drifted,
              change: {
                actions: ['update'],
                before: { tags: { A: '1' } },
                after: { tags: {} },
              },
            },
            {
              ...drifted,
              change: {
                actions: ['update'],
                before: { x: null },
                after: { x: [] },
              },
            },
            {
              ...drifted,
              change: { actions: ['delete'], before: {}, after: null },
            },
          ],
        },
      ),
    );

    expect(detail.outputs).toEqual([
      { name: 'arn', action: 'create', sensitive: false },
      { name: 'key', action: 'update', sensitive: true },
    ]);
    expect(detail.drift).toMatchObject([
      { action: 'update', attributes: [{ path: 'tags["A"]', before: '1' }] },
      { action: 'delete', attributes: [] },
    ]);
  });
});

describe('sensitiveValues', () => {
  it('collects every value that is marked, on any level and either side', () => {
    const plan = aPlan(
      {
        actions: ['update'],
        before: { a: 'one', b: { c: ['x', 'two'] }, d: null },
        after: { a: 'three', b: 'open', e: { f: 'four' } },
        before_sensitive: { a: true, b: { c: [false, true] }, d: true },
        after_sensitive: { e: true },
      },
      {
        output_changes: {
          o: { actions: ['create'], after: 'five', after_sensitive: true },
        },
      },
    );

    expect(sensitiveValues(plan)).toEqual([
      'one',
      'two',
      { f: 'four' },
      'five',
    ]);
  });
});
