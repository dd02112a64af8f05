import { PlanSummaryBuilder } from './PlanSummaryBuilder';

function aChange(name: string, action: string, importing?: unknown) {
  return {
    resource: {
      addr: `aws_x.${name}`,
      resource_type: 'aws_x',
      resource_name: name,
    },
    action,
    importing,
  };
}

describe('PlanSummaryBuilder', () => {
  it('counts what changes and leaves out the rest', () => {
    const builder = new PlanSummaryBuilder();
    [
      'create',
      'create',
      'update',
      'replace',
      'delete',
      'read',
      'noop',
      'move',
      'remove',
    ]
      .map((action, index) => aChange(`r${index}`, action))
      .forEach(change => builder.add(change));

    const summary = builder.build();

    expect(summary).toMatchObject({
      create: 2,
      update: 1,
      replace: 1,
      delete: 1,
      import: 0,
    });
    expect(
      summary.changes.map(({ address, action }) => [address, action]),
    ).toEqual([
      ['aws_x.r0', 'create'],
      ['aws_x.r1', 'create'],
      ['aws_x.r2', 'update'],
      ['aws_x.r3', 'replace'],
      ['aws_x.r4', 'delete'],
    ]);
  });

  it('counts imports, also those that change something besides', () => {
    const builder = new PlanSummaryBuilder();
    builder.add(aChange('a', 'noop', { id: 'x' }));
    builder.add(aChange('b', 'update', { id: 'y' }));
    builder.add(aChange('c', 'import', { id: 'z' }));

    const summary = builder.build();

    expect(summary).toMatchObject({ import: 3, update: 1, create: 0 });
    expect(summary.changes.map(({ action }) => action)).toEqual([
      'import',
      'update',
      'import',
    ]);
  });
});
