// Stands in for terraform, helm, kubectl, aws and users: notes every call beside itself, and answers out of the world
// that a test has described in world.json. Real Helm renders, since what it renders is what is installed.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const [, , program, ...args] = process.argv;
const tool = path.basename(program);
const folder = path.dirname(program);
const worldFile = path.join(folder, 'world.json');
const world = JSON.parse(fs.readFileSync(worldFile, 'utf8'));
const line = [tool, ...args].join(' ');
const stack = tool === 'terraform' ? path.basename(process.cwd()) : undefined;

const note = call =>
  fs.appendFileSync(
    path.join(folder, 'calls.ndjson'),
    `${JSON.stringify(call)}\n`,
  );
const save = () => fs.writeFileSync(worldFile, JSON.stringify(world));
const say = value =>
  process.stdout.write(
    typeof value === 'string' ? value : JSON.stringify(value),
  );
const end = code => process.exit(code);

const terraform = {
  version: () => say({ terraform_version: world.versions.terraform }),
  init: () => {},
  plan: () => {
    const variables = fs.readFileSync('settings.auto.tfvars.json', 'utf8');
    fs.writeFileSync('plan', variables);
    if (world.stacks[stack] !== variables) end(2);
  },
  apply: () => {
    world.stacks[stack] = fs.readFileSync('plan', 'utf8');
    if (stack === 'bootstrap') {
      world.buckets = ['terrastage-123456789012-platform-state'];
      fs.writeFileSync('terraform.tfstate', `{"serial":${world.serial++}}`);
    }
    if (stack === 'cluster') world.clusters = ['terrastage'];
    save();
    say('Apply complete!\n');
  },
  output: () => say(world.stacks[stack] ? world.outputs[stack] : {}),
  state: () => (world.stacks[stack] ? say('aws_thing.this\n') : end(1)),
  destroy: () => {
    delete world.stacks[stack];
    if (stack === 'cluster') world.clusters = [];
    save();
  },
};

const aws = {
  '--version': () => say(`aws-cli/${world.versions.aws} Python/3.11.9\n`),
  sts: () =>
    say({
      Account: world.account,
      Arn: `arn:aws:iam::${world.account}:role/a`,
    }),
  's3api list-buckets': () => say(world.buckets),
  's3api list-objects-v2': () => say(world.objects),
  's3 cp': ([, , from, to]) => {
    if (from.startsWith('s3:')) {
      fs.writeFileSync(to, '{"serial":1}');
    } else {
      world.objects = ['bootstrap/terraform.tfstate'];
      save();
    }
  },
  ecr: given => {
    const image = given[given.indexOf('--repository-name') + 1].split('/')[1];
    const digest = world.images[image];
    say({ images: digest ? [{ imageId: { imageDigest: digest } }] : [] });
  },
  'eks update-kubeconfig': given =>
    fs.writeFileSync(given[given.indexOf('--kubeconfig') + 1], 'kubeconfig'),
  'eks list-clusters': () => say({ clusters: world.clusters }),
  elbv2: () => {
    const states =
      world.targets.length > 1 ? world.targets.shift() : world.targets[0];
    save();
    say({
      TargetHealthDescriptions: states.map(State => ({
        TargetHealth: { State },
      })),
    });
  },
};

const helm = {
  version: () => say(world.versions.helm),
  template: () => {
    const { status, stdout, stderr } = spawnSync(world.helm, args, {
      encoding: 'utf8',
    });
    say(stdout);
    process.stderr.write(stderr);
    end(status);
  },
  list: given => {
    const name = given[given.indexOf('--filter') + 1].slice(1, -1);
    const status = world.releases[name];
    say(status ? [{ name, status }] : []);
  },
  upgrade: ([, , name]) => {
    world.releases[name] = 'deployed';
    save();
  },
  rollback: ([, name]) => {
    world.releases[name] = 'deployed';
    save();
  },
  uninstall: ([, name]) => {
    delete world.releases[name];
    save();
  },
};

const kubectl = {
  version: () => say({ clientVersion: { gitVersion: world.versions.kubectl } }),
  'get --raw': () => say('ok'),
  auth: () => say('yes'),
  '--namespace terrastage rollout': () => say('rolled out\n'),
  '--namespace terrastage-runs get': () => say({ items: world.jobs }),
  'delete namespace': () => {},
};

const tools = { terraform, aws, helm, kubectl, users: { sync: () => {} } };

function answer() {
  const known = Object.entries(tools[tool]).find(([words]) =>
    `${args.join(' ')} `.startsWith(`${words} `),
  );
  if (!known) throw new Error(`The stand-in does not know: ${line}`);
  known[1](args);
}

note({ line, stack, env: process.env });
const fault = world.faults.find(
  ({ on, in: at, times }) =>
    times !== 0 && line.startsWith(on) && (!at || at === stack),
);
if (!fault) {
  answer();
} else {
  fault.times = (fault.times ?? 1) - 1;
  Object.assign(world, fault.leaves);
  save();
  if (fault.hangs) {
    process.on('SIGINT', () => {
      note({ line: `SIGINT for ${line}` });
      end(1);
    });
    setInterval(() => {}, 1_000);
    say(`${fault.says}\n`);
  } else {
    process.stderr.write(`${fault.says}\n`);
    end(fault.code ?? 1);
  }
}
