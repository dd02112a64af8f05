import { need, type StartContext } from './StartContext';

const NAMES = {
  portal: 'the portal',
  app: 'the web app',
  aws: 'the local AWS',
  cognito: 'the login',
  postgres: 'PostgreSQL',
} as const;

/** Notes the port that a part has got, and says so where it is another than it was to be. */
export function movePort(
  context: Pick<StartContext, 'ports' | 'progress'>,
  part: keyof typeof NAMES,
  port: number,
): void {
  const ports = need(context as StartContext, 'ports');
  if (ports[part] !== port) {
    context.progress.line(
      `  port ${ports[part]} is taken: ${NAMES[part]} gets ${port}`,
    );
    context.ports = { ...ports, [part]: port };
  }
}
