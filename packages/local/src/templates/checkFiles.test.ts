import { TemplateRepository } from './testing/TemplateRepository';

const TEMPLATE = 'templates/event-log/template.yaml';
const TRANSLATIONS = 'templates/event-log/translations.yaml';
const SKELETON = 'skeletons/terraform/event-log';
const MANIFEST = `${SKELETON}/terrastage.yaml`;
const VARIABLES = `${SKELETON}/variables.tf`;
const VERSIONS = `${SKELETON}/versions.tf`;
const MAIN = `${SKELETON}/main.tf`;
const OUTPUTS = `${SKELETON}/outputs.tf`;
const PAGE = 'catalog/docs/resources/event-log.md';

type Change = [file: string, from: string, to: string];

/** A rule, what breaks it, and the problem that is told. */
const broken: [rule: string, change: Change, problem: RegExp][] = [
  [
    'template',
    [TEMPLATE, 'kind: Template', 'kind: Component'],
    /^templates\/event-log\/template\.yaml:1: template: is not a .* Template$/,
  ],
  [
    'template',
    [TEMPLATE, '  type: resource', '  kind: resource'],
    /template\.yaml:\d+: template: \/spec must have required property 'type'/,
  ],
  [
    'template',
    [TEMPLATE, 'name: event-log', 'name: other-log'],
    /template\.yaml:4: template: must be event-log, as its folder is/,
  ],
  [
    'template',
    [TEMPLATE, '  steps:\n', '  steps:\n    - {id: apply, action: log}\n'],
    /template\.yaml:\d+: template: two steps have the id apply$/,
  ],
  [
    'template',
    [TEMPLATE, 'spec:', 'spec: {'],
    /template\.yaml:\d+: template: is not YAML: /,
  ],
  [
    'form',
    [
      TEMPLATE,
      'type: string\n          minLength',
      'type: text\n          minLength',
    ],
    /template\.yaml:24: form: the form is not JSON Schema: \/properties\/name\/type /,
  ],
  [
    'form',
    [TEMPLATE, 'minLength: 2', 'minLenght: 2'],
    /template\.yaml:25: form: minLenght is no keyword of JSON Schema/,
  ],
  [
    'form',
    [TEMPLATE, "pattern: '^[a-z]", "pattern: '^([a-z]"],
    /template\.yaml:28: form: the pattern cannot be read: /,
  ],
  [
    'form',
    [TEMPLATE, 'required: [retentionDays]', 'required: [days]'],
    /template\.yaml:\d+: form: days is required, but is no field of this page/,
  ],
  [
    'form',
    [TEMPLATE, 'default: 30', 'default: 31'],
    /template\.yaml:\d+: form: the default does not fit: /,
  ],
  [
    'form',
    [
      TEMPLATE,
      'enum: [7, 30, 90, 365]',
      'enum: [7, 30]\n          enumNames: [A week]',
    ],
    /template\.yaml:\d+: form: enumNames must have one name for each value/,
  ],
  [
    'fields',
    [
      TEMPLATE,
      '          retention_days: ${{ parameters.retentionDays }}\n',
      '',
    ],
    /template\.yaml:\d+: fields: no step takes parameters\.retentionDays: /,
  ],
  [
    'fields',
    [TEMPLATE, '${{ parameters.retentionDays }}', "${{ parameters['days'] }}"],
    /template\.yaml:\d+: fields: parameters\.days is no field of the form$/,
  ],
  [
    'inputs',
    [TEMPLATE, '        costCenter: ${{ parameters.costCenter }}\n', ''],
    /template\.yaml:\d+: inputs: terraform:apply needs the input costCenter$/,
  ],
  [
    'inputs',
    [TEMPLATE, 'skeleton: event-log', 'skeleton: no-log'],
    /template\.yaml:\d+: inputs: there is no skeleton no-log/,
  ],
  [
    'inputs',
    [TEMPLATE, 'retention_days: ', 'retention: '],
    /template\.yaml:\d+: inputs: the skeleton event-log has no variable retention$/,
  ],
  [
    'inputs',
    [
      TEMPLATE,
      'variables:\n          name: ${{ parameters.name }}\n',
      'variables:\n',
    ],
    /template\.yaml:\d+: inputs: the skeleton event-log requires name, and no field gives it$/,
  ],
  [
    'inputs',
    [TEMPLATE, 'required: [name, owner', 'required: [owner'],
    /template\.yaml:\d+: inputs: the skeleton event-log requires name, but this field may stay empty/,
  ],
  [
    'inputs',
    [
      MANIFEST,
      'links:',
      'uses:\n  log: { type: event-log, title: Log, required: true, variables: { log_arn: arn } }\nlinks:',
    ],
    /template\.yaml:\d+: inputs: the skeleton event-log requires the relation log, and no field gives it$/,
  ],
  [
    'translations',
    [TRANSLATIONS, '- en: Days that entries are kept\n', '- en: Days\n'],
    /template\.yaml:\d+: translations: spec\.parameters\.1\.properties\.retentionDays\.title is not in translations\.yaml: "Days that entries are kept"$/,
  ],
  [
    'translations',
    [TRANSLATIONS, '- en: Days that entries are kept\n', '- en: Days\n'],
    /translations\.yaml:\d+: translations: is no text of template\.yaml: "Days"$/,
  ],
  [
    'translations',
    [TEMPLATE, 'title: How it works', 'title: How it is kept'],
    /template\.yaml:\d+: translations: spec\.parameters\.1\.title is not in translations\.yaml: "How it is kept"$/,
  ],
  [
    'translations',
    [TEMPLATE, 'title: Read the run', 'title: Look at the run'],
    /template\.yaml:\d+: translations: spec\.output\.links\.1\.title is not in /,
  ],
  [
    'translations',
    [TRANSLATIONS, '  pt: Nome\n', ''],
    /translations\.yaml:\d+: translations: has no pt: "Name"$/,
  ],
  [
    'translations',
    [TRANSLATIONS, '  pt: Nome\n', "  pt: ''\n"],
    /translations\.yaml:\d+: translations: has no pt: "Name"$/,
  ],
  [
    'translations',
    [TRANSLATIONS, '- en: Name\n', '- en: Owner\n  pt: Dona\n- en: Name\n'],
    /translations\.yaml:\d+: translations: stands here twice$/,
  ],
  [
    'translations',
    [TRANSLATIONS, '- en: Name\n', '- name: Name\n'],
    /translations\.yaml:\d+: translations: .*expected string/,
  ],
  [
    'translations',
    [TRANSLATIONS, '- en: Name\n', '- en: Name: it\n'],
    /translations\.yaml:\d+: translations: is not YAML: /,
  ],
  [
    'translations',
    [TEMPLATE, 'translations: { $beside: translations.yaml }', 'other: {}'],
    /template\.yaml:\d+: translations: spec\.presentation\.translations must be \{ \$beside: translations\.yaml \}$/,
  ],
  [
    'manifest',
    [MANIFEST, 'version: 0.1.0', 'version: 0.1'],
    /terrastage\.yaml:5: manifest: version: /,
  ],
  [
    'manifest',
    [MANIFEST, 'type: event-log', 'type: other-log'],
    /terrastage\.yaml:3: manifest: must be event-log, as its folder is$/,
  ],
  [
    'manifest',
    [MANIFEST, '  additionalProperties: false\n', ''],
    /terrastage\.yaml:\d+: manifest: must say additionalProperties: false/,
  ],
  [
    'manifest',
    [MANIFEST, 'type: integer', 'typ: integer'],
    /terrastage\.yaml:\d+: manifest: variables is not JSON Schema \(2020-12\): .*typ/,
  ],
  [
    'manifest',
    [
      MANIFEST,
      '    retention_days:\n',
      '    root_password: { type: string }\n    retention_days:\n',
    ],
    /terrastage\.yaml:21: manifest: root_password would be a secret/,
  ],
  [
    'manifest',
    [MANIFEST, '  description: lower', '  $comment: lower'],
    /terrastage\.yaml:12: manifest: the pattern needs a description beside it/,
  ],
  [
    'agreement',
    [VARIABLES, 'variable "retention_days"', 'variable "retention"'],
    /variables\.tf:12: agreement: terrastage\.yaml says nothing of the variable retention: /,
  ],
  [
    'agreement',
    [VARIABLES, 'variable "retention_days"', 'variable "retention"'],
    /terrastage\.yaml:21: agreement: the module has no variable retention_days$/,
  ],
  [
    'agreement',
    [MANIFEST, 'required: [name]', 'required: [name, retention_days]'],
    /terrastage\.yaml:21: agreement: retention_days is required here, but has a default/,
  ],
  [
    'agreement',
    [MANIFEST, 'required: [name]', 'required: []'],
    /terrastage\.yaml:20: agreement: name has no default in the module/,
  ],
  [
    'agreement',
    [MANIFEST, 'default: 30', 'default: 90'],
    /terrastage\.yaml:24: agreement: the default of retention_days is 90 here and 30 in the module$/,
  ],
  [
    'agreement',
    [VARIABLES, 'type        = number', 'type        = list(number)'],
    /terrastage\.yaml:22: agreement: retention_days is of the type integer here and list in the module$/,
  ],
  [
    'agreement',
    [
      MANIFEST,
      'links:',
      'uses:\n  log: { type: event-log, title: Log, required: false, variables: { log_arn: arn } }\nlinks:',
    ],
    /terrastage\.yaml:\d+: agreement: the module has no variable log_arn$/,
  ],
  [
    'outputs',
    [MANIFEST, '{output.name}', '{output.group}'],
    /terrastage\.yaml:\d+: outputs: \{output\.group\} is neither/,
  ],
  [
    'outputs',
    [
      MANIFEST,
      'links:',
      'uses:\n  log: { type: event-log, title: Log, required: true, variables: { log_arn: id } }\nlinks:',
    ],
    /terrastage\.yaml:\d+: outputs: event-log has no output id$/,
  ],
  [
    'outputs',
    [
      MANIFEST,
      'links:',
      'uses:\n  log: { type: audit-log, title: Log, required: true, variables: { log_arn: arn } }\nlinks:',
    ],
    /terrastage\.yaml:\d+: outputs: there is no skeleton audit-log$/,
  ],
  [
    'runner',
    [
      MAIN,
      'resource "',
      'data "external" "it" {\n  program = ["sh"]\n}\n\nresource "',
    ],
    /main\.tf:2: runner: .*external/,
  ],
  [
    'runner',
    [VERSIONS, 'terraform {', 'terraform {\n  backend "s3" {}\n'],
    /versions\.tf:3: runner: .*backend/,
  ],
  [
    'runner',
    [MAIN, 'resource "', 'resource '],
    /main\.tf:2: runner: The file cannot be read: /,
  ],
  [
    'lint',
    [VARIABLES, '  description = "Days that entries are kept."\n', ''],
    /variables\.tf:12: lint: the variable retention_days has no description$/,
  ],
  [
    'lint',
    [VARIABLES, '  type        = number\n', ''],
    /variables\.tf:12: lint: the variable retention_days has no type of its own$/,
  ],
  [
    'lint',
    [OUTPUTS, '  description = "Name of the log group."\n', ''],
    /outputs\.tf:1: lint: the output name has no description$/,
  ],
  [
    'lint',
    [
      MAIN,
      'resource "',
      'provider "aws" {\n  region = "eu-west-1"\n}\n\nresource "',
    ],
    /main\.tf:2: lint: there must be no provider block/,
  ],
  [
    'lint',
    [VERSIONS, '"~> 5.0"', '">= 5.0"'],
    /versions\.tf:6: lint: the version of the provider aws has no upper end/,
  ],
  [
    'lint',
    [VERSIONS, '  required_version = ">= 1.10"\n', ''],
    /versions\.tf: lint: the terraform block has no required_version$/,
  ],
  [
    'lint',
    [
      MAIN,
      'resource "',
      'data "aws_iam_policy_document" "all" {\n  statement {\n    actions   = ["s3:*"]\n    resources = ["*"]\n  }\n}\n\nresource "',
    ],
    /main\.tf:2: lint: data\.aws_iam_policy_document\.all allows s3:\*$/,
  ],
  [
    'samples',
    [`${SKELETON}/samples/minimal.json`, '"sample"', '"Sample"'],
    /minimal\.json: samples: the manifest refuses it: it\/name must match pattern/,
  ],
  [
    'samples',
    [`${SKELETON}/samples/minimal.json`, '}', ''],
    /samples\/minimal\.json: samples: cannot be read: /,
  ],
  [
    'samples',
    [`${SKELETON}/samples/minimal.plan.json`, '"action"', '"does"'],
    /samples\/minimal\.plan\.json: samples: cannot be read: /,
  ],
  [
    'changelog',
    [MANIFEST, 'version: 0.1.0', 'version: 0.2.0'],
    /CHANGELOG\.md: changelog: says nothing of the version 0\.2\.0: /,
  ],
  [
    'documentation',
    [PAGE, '`arn`', 'the ARN'],
    /event-log\.md: documentation: does not name the output `arn`$/,
  ],
  [
    'documentation',
    [PAGE, '**Days that entries are kept**', '**Days**'],
    /event-log\.md: documentation: does not name the variable `retention_days`/,
  ],
];

/** What stands in the manifest of one that can adopt, and what is wrong with it. */
const adoptions: [lines: string, problem: RegExp][] = [
  [
    `imports: [{to: aws_s3_bucket.none, id: '{id}'}], output: arn`,
    /terrastage\.yaml:\d+: adoption: the module has no aws_s3_bucket\.none$/,
  ],
  [
    `imports: [{to: aws_cloudwatch_log_group.this, id: '{id}'}], output: none`,
    /terrastage\.yaml:\d+: adoption: the module has no output none$/,
  ],
  [
    `imports: [{to: aws_cloudwatch_log_group.this, id: '{id}'}], output: arn, lookup: adopt`,
    /terrastage\.yaml:\d+: adoption: the folder adopt needs a module with the output imports$/,
  ],
  [
    `imports: [{to: aws_cloudwatch_log_group.this, id: '{id}'}], output: arn, variable: none`,
    /terrastage\.yaml:\d+: manifest: adopt\.variable: is not among the variables of the manifest$/,
  ],
];

const missing: [string, RegExp][] = [
  [`${SKELETON}/CHANGELOG.md`, /CHANGELOG\.md: changelog: is not there/],
  [TEMPLATE, /^templates\/event-log: template: has no template\.yaml$/],
  [
    TRANSLATIONS,
    /^templates\/event-log\/translations\.yaml: translations: is not there: /,
  ],
  [MANIFEST, /event-log: manifest: has no terrastage\.yaml/],
  [`${SKELETON}/README.md`, /event-log: documentation: has no README\.md$/],
  [
    PAGE,
    /^catalog\/docs\/resources\/event-log\.md: documentation: is not there/,
  ],
  [`${SKELETON}/samples`, /samples: samples: there is no sample to plan/],
  [
    `${SKELETON}/samples/minimal.plan.json`,
    /minimal\.plan\.json: samples: is not there: write it with --update/,
  ],
];

describe('the files of a template', () => {
  let repository: TemplateRepository;

  beforeEach(async () => {
    repository = await TemplateRepository.with('event-log');
  });

  afterEach(() => repository.remove());

  it('have no problem as new lays them down', async () => {
    expect(await repository.problemsInFiles('event-log')).toEqual([]);
  });

  it.each(broken)('break %s by %j', async (rule, change, problem) => {
    await repository.replace(...change);

    const problems = await repository.problemsInFiles('event-log');

    expect(problems).toContainEqual(expect.stringMatching(problem));
    expect(problems.some(line => line.includes(`: ${rule}: `))).toBe(true);
  });

  it.each(adoptions)('can adopt only by %s', async (lines, problem) => {
    await repository.replace(
      MANIFEST,
      'version: 0.1.0',
      `version: 0.1.0\nadopt: {title: name, id: {type: string}, ${lines}}`,
    );

    const problems = await repository.problemsInFiles('event-log');

    expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  it.each(missing)('must have %s', async (file, problem) => {
    await repository.delete(file);

    const problems = await repository.problemsInFiles('event-log');

    expect(problems).toContainEqual(expect.stringMatching(problem));
  });

  it('tell all problems at once', async () => {
    await repository.replace(TEMPLATE, 'minLength: 2', 'minLenght: 2');
    await repository.replace(MANIFEST, 'default: 30', 'default: 90');
    await repository.replace(VERSIONS, '"~> 5.0"', '">= 5.0"');

    const problems = await repository.problemsInFiles('event-log');

    expect(problems).toHaveLength(3);
  });
});
