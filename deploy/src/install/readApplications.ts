import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { deployPath } from '../deployPath';
import type { InstallContext } from './InstallContext';

const WAVE = 'argocd.argoproj.io/sync-wave';

const applicationSchema = z.object({
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({
    source: z.object({
      repoURL: z.string(),
      chart: z.string().optional(),
      targetRevision: z.string(),
      helm: z.object({ valuesObject: z.record(z.string(), z.unknown()) }),
    }),
    destination: z.object({ namespace: z.string() }),
  }),
});

export interface Application {
  name: string;
  namespace: string;
  values: Record<string, unknown>;
  /** Where its chart is, as arguments of `helm upgrade`. */
  chart: string[];
}

/** The applications of `deploy/gitops` in the order of their waves: what ArgoCD would install, and with the same values. */
export async function readApplications(
  { commands }: InstallContext,
  valuesFile: string,
): Promise<Application[]> {
  const { stdout } = await commands.look('helm', [
    'template',
    'platform',
    deployPath('gitops'),
    '--values',
    valuesFile,
    '--set',
    'argocd.enabled=false',
  ]);
  return parseAllDocuments(stdout)
    .map(document => document.toJS())
    .filter(Boolean)
    .map(object => applicationSchema.parse(object))
    .sort((one, other) => waveOf(one) - waveOf(other))
    .map(({ metadata, spec: { source, destination } }) => ({
      name: metadata.name,
      namespace: destination.namespace,
      values: source.helm.valuesObject,
      chart: source.chart
        ? [
            source.chart,
            '--repo',
            source.repoURL,
            '--version',
            source.targetRevision,
          ]
        : [deployPath('chart')],
    }));
}

function waveOf({ metadata }: z.output<typeof applicationSchema>): number {
  return Number(metadata.annotations[WAVE] ?? 0);
}
