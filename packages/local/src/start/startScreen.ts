import { loginLines } from './loginLines';
import { need, type StartContext } from './StartContext';

const FRESH = [
  '  The local AWS keeps nothing on disk, so AWS and inventory are both empty at',
  '  each start, and both are gone when you stop. Nothing here costs money.',
];
const KEPT = [
  '  This is real AWS: what you create exists and costs money until you delete it.',
  '  The inventory is kept between starts.',
];

/** The one screen that a visitor reads before the browser. */
export function startScreen(
  context: StartContext,
  { isTTY = false }: { isTTY?: boolean } = {},
): string {
  const { mode, runDir, aws } = context;
  const ports = need(context, 'ports');
  const postgres = need(context, 'postgres');
  const portal = `http://localhost:${
    mode === 'dev' ? ports.app : ports.portal
  }`;
  const rows: [string, string][] = [
    ['Portal', portal],
    ...loginLines(context, isTTY),
    ['First', 'Create > S3 bucket, follow the run, then look at My resources'],
    [
      'Docs',
      context.mkdocs
        ? `${portal}/docs`
        : 'need MkDocs: pip install mkdocs mkdocs-material, then start again',
    ],
    ['AWS', aws ? `local, ${aws.url}, account 123456789012` : realAws(context)],
    [
      'Database',
      `PostgreSQL on ${postgres.host}:${postgres.port}, in ${postgres.dataDir}`,
    ],
    ['Data', runDir],
    ['Logs', `${runDir}/logs`],
    ['Stop', 'Ctrl-C'],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    '',
    'Terrastage is ready.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    ...(aws ? FRESH : KEPT),
    '',
  ].join('\n');
}

function realAws(context: StartContext): string {
  const names = need(context, 'settings').environments.map(one => one.name);
  return `real, environments ${names.join(', ')}`;
}
