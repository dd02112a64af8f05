import {
  DockerfileParser,
  type Dockerfile,
  type Instruction,
} from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

type Rule = [fault: string, holds: (file: Dockerfile) => boolean];

const LABELS = ['title', 'description', 'licenses', 'version', 'revision'];

/** Hadolint's rules as far as they say something about files like ours, and what our images promise besides. */
const RULES: Rule[] = [
  [
    'a base image is not named by its digest, given as an argument without a default',
    file =>
      file
        .getFROMs()
        .every(
          from =>
            stagesOf(file).includes(text(from).split(' ')[0]) ||
            /@\$\{[A-Z_]+_DIGEST\}( AS \w+)?$/i.test(text(from)),
        ) && all(file, 'ARG').every(arg => !/_DIGEST=/.test(text(arg))),
  ],
  [
    'the last user is root, or has a name that the cluster cannot check',
    file => /^[1-9]\d*:[1-9]\d*$/.test(text(inLastStage(file, 'USER').at(-1))),
  ],
  [
    'apt-get asks, brings what is only recommended, or leaves its lists',
    file =>
      all(file, 'RUN').every(
        run =>
          !/\bapt(-get)? /.test(text(run)) ||
          (!/\bapt /.test(text(run)) &&
            /apt-get install --yes --no-install-recommends /.test(text(run)) &&
            /rm -rf \/var\/lib\/apt\/lists/.test(text(run))),
      ),
  ],
  [
    'ADD where COPY does, or from an address without TLS',
    file =>
      all(file, 'ADD').every(add =>
        /^(--\S+ )*https:\/\/\S+ \S+$/.test(text(add)),
      ),
  ],
  [
    'COPY from a stage that there is not',
    file =>
      file.getCOPYs().every(copy => {
        const stage = copy.getFromFlag()?.getValue();
        return !stage || stagesOf(file).includes(stage);
      }),
  ],
  [
    'the entry point is not tini with a list of arguments',
    file => {
      const [entry, ...more] = inLastStage(file, 'ENTRYPOINT');
      return (
        more.length === 0 &&
        /^\["\/usr\/bin\/tini", "--", "node", .+\]$/.test(text(entry))
      );
    },
  ],
  [
    'a command goes through a shell',
    file => inLastStage(file, 'CMD').every(cmd => /^\[.*\]$/.test(text(cmd))),
  ],
  [
    'nothing is said about health',
    file => inLastStage(file, 'HEALTHCHECK').length === 1,
  ],
  [
    'a label of the Open Container Initiative is missing',
    file => {
      const labels = inLastStage(file, 'LABEL').map(text).join(' ');
      return LABELS.every(name =>
        labels.includes(`org.opencontainers.image.${name}=`),
      );
    },
  ],
  [
    'a working folder is relative',
    file => all(file, 'WORKDIR').every(folder => text(folder).startsWith('/')),
  ],
  [
    'a secret has no place in an image',
    file =>
      [...all(file, 'ENV'), ...all(file, 'ARG')].every(
        line => !/password|secret|token|_key\b/i.test(text(line)),
      ),
  ],
  [
    'sudo, curl into a shell, or npm at run time',
    file =>
      all(file, 'RUN').every(
        run => !/\bsudo\b|\|\s*(ba)?sh\b|\bnpm install\b/.test(text(run)),
      ),
  ],
];

/** What is wrong with a Dockerfile: by its syntax, then by {@link RULES}. */
export function dockerfileFaults(content: string): string[] {
  const file = DockerfileParser.parse(content);
  return [
    ...validate(content).map(
      ({ message, range }) => `line ${range.start.line + 1}: ${message}`,
    ),
    ...RULES.filter(([, holds]) => !holds(file)).map(([fault]) => fault),
  ];
}

function text(instruction?: Instruction): string {
  // Continued lines as one, without the comments between them.
  return (instruction?.getArgumentsContent() ?? '')
    .replace(/\\\r?\n\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function all(file: Dockerfile, keyword: string): Instruction[] {
  return file
    .getInstructions()
    .filter(instruction => instruction.getKeyword() === keyword);
}

function inLastStage(file: Dockerfile, keyword: string): Instruction[] {
  const start = file.getFROMs().at(-1)?.getRange().start.line ?? 0;
  return all(file, keyword).filter(
    instruction => instruction.getRange().start.line > start,
  );
}

function stagesOf(file: Dockerfile): string[] {
  return file
    .getFROMs()
    .flatMap(from => / AS (\w+)$/i.exec(text(from))?.[1] ?? []);
}
