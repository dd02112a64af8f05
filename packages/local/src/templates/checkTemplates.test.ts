import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { TemplateRepository } from './testing/TemplateRepository';

jest.setTimeout(180_000);

const SKELETON = 'skeletons/terraform/event-log';
const MAIN = `${SKELETON}/main.tf`;
const SAMPLE = `${SKELETON}/samples/minimal.json`;
const PLAN = `${SKELETON}/samples/minimal.plan.json`;

const QUEUE = `
resource "aws_sqs_queue" "open" {
  name                    = var.name
  sqs_managed_sse_enabled = false
}
`;

describe('a template with Terraform and the local AWS', () => {
  let aws: LocalAws;
  let repository: TemplateRepository;

  beforeAll(async () => {
    aws = await startLocalAws();
  });

  afterAll(() => aws?.stop());

  beforeEach(async () => {
    repository = await TemplateRepository.with('event-log');
  });

  afterEach(() => repository.remove());

  const append = async (file: string, text: string) =>
    repository.write(file, `${await repository.read(file)}${text}`);

  it('has no problem as new lays it down', async () => {
    expect(await repository.problems('event-log', { aws })).toEqual([]);
  });

  it('tells at once what is not formatted, not tagged, not safe and not written down', async () => {
    await repository.replace(MAIN, 'name              =', 'name =');
    await append(
      MAIN,
      QUEUE.replace('\n}\n', '\n  tags = { Owner = "me" }\n}\n'),
    );

    const problems = await repository.problems('event-log', { aws });

    expect(problems).toEqual([
      expect.stringMatching(/main\.tf:3: format: is not formatted/),
      expect.stringMatching(
        /minimal\.plan\.json: plan: create aws_sqs_queue\.open is planned and not written down/,
      ),
      expect.stringMatching(
        /main\.tf:7: tags: aws_sqs_queue\.open of the sample minimal has the tag Owner with another value/,
      ),
      expect.stringMatching(
        /main\.tf:7: security: aws_sqs_queue\.open of the sample minimal is unencrypted$/,
      ),
    ]);
  });

  it('tells what is not valid, on its line', async () => {
    await repository.replace(MAIN, 'var.name', 'var.nmae');

    const problems = await repository.problems('event-log', { aws });

    expect(problems).toEqual([
      expect.stringMatching(
        /main\.tf:3: validate: Reference to undeclared input variable: /,
      ),
    ]);
  });

  it('tells which sample cannot be planned, and goes on with the others', async () => {
    await repository.write(
      `${SKELETON}/samples/odd.json`,
      '{ "name": "odd", "retention_days": 8 }',
    );
    await repository.write(PLAN, '[]');

    const problems = await repository.problems('event-log', { aws });

    expect(problems).toContainEqual(
      expect.stringMatching(
        /samples\/odd\.json: plan: cannot be planned: .*Entries can be kept for 7/,
      ),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/minimal\.plan\.json: plan: create aws_cloudwatch/),
    );
  });

  it('tells on which line a sample fails in the module', async () => {
    await append(
      MAIN,
      'data "aws_vpc" "mine" {\n  id = "vpc-0a1b2c3d4e5f60718"\n}\n',
    );

    const problems = await repository.problems('event-log', { aws });

    expect(problems).toEqual([
      expect.stringMatching(
        /main\.tf:6: plan: the sample minimal cannot be planned: /,
      ),
    ]);
  });

  it('writes plans down when told to', async () => {
    await append(MAIN, QUEUE.replace('false', 'true'));

    const updated = await repository.problems('event-log', {
      aws,
      update: true,
    });

    expect(updated).toEqual([]);
    expect(JSON.parse(await repository.read(PLAN))).toEqual([
      { address: 'aws_cloudwatch_log_group.this', action: 'create' },
      { address: 'aws_sqs_queue.open', action: 'create' },
    ]);
    expect(await repository.problems('event-log', { aws })).toEqual([]);
  });

  it('is not planned while a file cannot be read', async () => {
    await repository.write(SAMPLE, '{');

    const problems = await repository.problems('event-log', { aws });

    expect(problems).toEqual([
      expect.stringMatching(/minimal\.json: samples: cannot be read: /),
    ]);
  });
});
