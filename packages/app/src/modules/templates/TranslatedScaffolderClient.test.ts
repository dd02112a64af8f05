import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { TranslatedScaffolderClient } from './TranslatedScaffolderClient';

const translations = [
  { en: 'The bucket', pt: 'O bucket' },
  { en: 'Make the bucket', pt: 'Criar o bucket' },
  { en: 'Open it', pt: 'Abrir' },
  {
    en: '**${{ parameters.name }}** is there.',
    pt: 'Eis **${{ parameters.name }}**.',
  },
];

const form = {
  title: 'S3 bucket',
  presentation: { translations },
  steps: [{ title: 'The bucket', schema: { title: 'The bucket' } }],
};

const task = {
  id: 'task-1',
  spec: {
    steps: [
      { id: 'apply', name: 'Make the bucket', action: 'terraform:apply' },
    ],
    templateInfo: { entityRef: 'template:default/s3-bucket' },
  },
};

const ended = {
  type: 'completion',
  body: {
    message: 'Done',
    output: {
      links: [{ title: 'Open it', url: '/resources/1' }],
      text: [{ title: 'The bucket', content: '**invoices** is there.' }],
    },
  },
};

/** A client of a portal that answers as the scaffolder does. */
function clientIn(language: string, { templateGone = false } = {}) {
  const answers: Record<string, () => Response> = {
    'parameter-schema': () =>
      templateGone
        ? new Response('gone', { status: 404 })
        : Response.json(form),
    'task-1': () => Response.json(task),
    events: () => Response.json([ended]),
  };
  return new TranslatedScaffolderClient({
    discoveryApi: { getBaseUrl: async () => 'http://portal.example/api' },
    fetchApi: {
      fetch: async input => {
        const { pathname } = new URL(String(input));
        return answers[pathname.split('/').at(-1)!]();
      },
    },
    scmIntegrationsApi: {} as never,
    useLongPollingLogs: true,
    language: { getLanguage: () => ({ language }) },
  });
}

function lastEvent(client: TranslatedScaffolderClient): Promise<LogEvent> {
  return new Promise((resolve, reject) => {
    let last: LogEvent;
    client.streamLogs({ taskId: 'task-1' }).subscribe({
      next: event => {
        last = event;
      },
      error: reject,
      complete: () => resolve(last),
    });
  });
}

describe('the scaffolder in Portuguese', () => {
  it('gives a form', async () => {
    const client = clientIn('pt');

    const { steps } = await client.getTemplateParameterSchema(
      'template:default/s3-bucket',
    );

    expect(steps).toEqual([
      { title: 'O bucket', schema: { title: 'O bucket' } },
    ]);
  });

  it('names the steps of a task, and what it says in the end', async () => {
    const client = clientIn('pt');

    const { spec } = await client.getTask('task-1');
    const { body } = await lastEvent(client);

    expect(spec.steps[0].name).toBe('Criar o bucket');
    expect(body).toEqual({
      message: 'Done',
      output: {
        links: [{ title: 'Abrir', url: '/resources/1' }],
        text: [{ title: 'O bucket', content: 'Eis **invoices**.' }],
      },
    });
  });

  it('shows a task in English whose template is gone', async () => {
    const client = clientIn('pt', { templateGone: true });

    const { spec } = await client.getTask('task-1');

    expect(spec.steps[0].name).toBe('Make the bucket');
  });
});

describe('the scaffolder in English', () => {
  it('changes nothing', async () => {
    const client = clientIn('en');

    expect(
      await client.getTemplateParameterSchema('template:default/s3-bucket'),
    ).toEqual(form);
    expect(await client.getTask('task-1')).toEqual(task);
    expect(await lastEvent(client)).toEqual(ended);
  });
});
