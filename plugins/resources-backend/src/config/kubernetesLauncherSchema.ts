import { z } from 'zod';
import { durationSchema } from './durationSchema';

const dnsName = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    'is a name in Kubernetes: small letters, digits, - and .',
  );
const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(
    text => /^\d+(\.\d+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$/.test(text),
    'is a quantity of Kubernetes such as 500m, 2 or 2Gi',
  );
const amounts = z.strictObject({
  cpu: quantity.optional(),
  memory: quantity.optional(),
  'ephemeral-storage': quantity.optional(),
});
const texts = z.record(z.string(), z.string());

/** `resources.launcher.kubernetes`, with the defaults that `config.d.ts` states. Times are milliseconds. */
export const kubernetesLauncherSchema = z.strictObject({
  cluster: z.string().min(1).default('default'),
  namespace: dnsName,
  image: z.string().min(1),
  imagePullPolicy: z
    .enum(['Always', 'IfNotPresent', 'Never'])
    .default('IfNotPresent'),
  imagePullSecrets: z.array(dnsName).default([]),
  command: z.array(z.string().min(1)).min(1).optional(),
  env: texts.default({}),
  portalUrl: z.url({ protocol: /^https?$/ }).optional(),
  serviceAccount: dnsName.default('terrastage-runner'),
  serviceAccounts: z.record(z.string(), dnsName).default({}),
  defaultQueue: dnsName.optional(),
  queues: z.record(z.string().toLowerCase(), dnsName).default({}),
  resources: z
    .strictObject({
      requests: amounts.default({ cpu: '500m', memory: '1Gi' }),
      limits: amounts.default({ memory: '2Gi' }),
    })
    .prefault({}),
  workspaceSize: quantity.default('2Gi'),
  startTimeout: durationSchema.default(15 * 60_000),
  ttlAfterFinished: durationSchema.default(24 * 60 * 60_000),
  labels: texts.default({}),
  nodeSelector: texts.optional(),
  tolerations: z
    .array(
      z.strictObject({
        key: z.string().optional(),
        operator: z.enum(['Exists', 'Equal']).optional(),
        value: z.string().optional(),
        effect: z
          .enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])
          .optional(),
      }),
    )
    .optional(),
  priorityClass: dnsName.optional(),
  kubeconfig: z.string().min(1).optional(),
  context: z.string().min(1).optional(),
});

export type KubernetesLauncherConfig = z.output<
  typeof kubernetesLauncherSchema
>;
