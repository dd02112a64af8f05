import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import { ScaffolderClient } from '@backstage/plugin-scaffolder';
import type {
  LogEvent,
  ScaffolderTask,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  translateForm,
  translator,
  type Translate,
} from '@terrastage/plugin-resources-common';
import type { Observable } from '@backstage/types';
import { map, Observable as Stream } from 'rxjs';
import { translateOutput } from './translateOutput';

type Options = ConstructorParameters<typeof ScaffolderClient>[0] & {
  language: Pick<AppLanguageApi, 'getLanguage'>;
};

/** Gives forms and tasks in the visitor's language, as the translations beside their templates have it. */
export class TranslatedScaffolderClient extends ScaffolderClient {
  private readonly language: Options['language'];
  private readonly translators = new Map<string, Translate>();

  constructor({ language, ...options }: Options) {
    super(options);
    this.language = language;
  }

  async getTemplateParameterSchema(
    ...request: Parameters<ScaffolderClient['getTemplateParameterSchema']>
  ): Promise<TemplateParameterSchema> {
    const form = await super.getTemplateParameterSchema(...request);
    return translateForm(form, this.language.getLanguage().language);
  }

  async getTask(
    ...request: Parameters<ScaffolderClient['getTask']>
  ): Promise<ScaffolderTask> {
    const task = await super.getTask(...request);
    const translate = await this.translatorOf(task);
    this.translators.set(task.id, translate);
    const steps = task.spec.steps.map(step => ({
      ...step,
      name: translate(step.name),
    }));
    return { ...task, spec: { ...task.spec, steps } };
  }

  streamLogs(
    ...request: Parameters<ScaffolderClient['streamLogs']>
  ): Observable<LogEvent> {
    const [{ taskId }] = request;
    const events = super.streamLogs(...request);
    const translated = new Stream<LogEvent>(subscriber => {
      const subscription = events.subscribe(subscriber);
      return () => subscription.unsubscribe();
    }).pipe(
      map(event => {
        // A page asks for a task before it follows it; who does not shows no output.
        const translate = this.translators.get(taskId);
        const { output } = event.body as { output?: object };
        return translate && output
          ? {
              ...event,
              body: {
                ...event.body,
                output: translateOutput(output, translate),
              },
            }
          : event;
      }),
    );
    // The objects of rxjs have Symbol.observable, its types do not.
    return translated as unknown as Observable<LogEvent>;
  }

  /** A task outlives its template, and must be shown without it. */
  private async translatorOf({ spec }: ScaffolderTask): Promise<Translate> {
    const { language } = this.language.getLanguage();
    const templateRef = spec.templateInfo?.entityRef;
    if (language === 'en' || !templateRef) {
      return text => text;
    }
    const form = await super
      .getTemplateParameterSchema(templateRef)
      .catch(() => undefined);
    return translator(form?.presentation?.translations, language);
  }
}
