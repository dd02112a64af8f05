import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  LocalCognito,
  LocalKubernetes,
  Postgres,
} from '@terrastage/local/testing';
import type { AssembledImage } from './assembleImage';
import { minimalValues } from './chartValues';
import { Helm } from './Helm';

export interface ImageConfigOptions {
  image: AssembledImage;
  url: string;
  token: string;
  postgres: Postgres;
  cognito: LocalCognito;
  kubernetes: LocalKubernetes;
}

/**
 * The app-config that the chart writes, at this machine's paths, and over it a file with what is another here: the
 * addresses, and no TLS to the database.
 *
 * @returns both files, for `--config`
 */
export async function imageConfig(
  options: ImageConfigOptions,
): Promise<string[]> {
  const { folder } = options.image;
  const chart = join(folder, 'app-config.yaml');
  await writeFile(chart, await chartConfig(options.image));
  const kubeconfig = join(folder, 'kubeconfig');
  await copyFile(options.kubernetes.kubeconfig, kubeconfig);
  const local = join(folder, 'app-config.local.json');
  await writeFile(local, JSON.stringify(localConfig(options, kubeconfig)));
  return [chart, local];
}

async function chartConfig({ app, tmp }: AssembledImage): Promise<string> {
  const helm = await Helm.unpack();
  try {
    const objects = await helm.objects(minimalValues());
    const config = objects.find(({ kind }) => kind === 'ConfigMap');
    return (
      (config?.data['app-config.yaml'] as string)
        // At once: the folder of this machine may be below /tmp itself.
        .replace(/(?<![\w.-])\/(app|tmp)\//g, (_path, name) =>
          name === 'app' ? `${app}/` : `${tmp}/`,
        )
    );
  } finally {
    await helm.remove();
  }
}

function localConfig(
  { url, token, postgres, cognito }: ImageConfigOptions,
  kubeconfig: string,
) {
  const { host, port } = postgres;
  const { metadataUrl, clientId, userPoolId } = cognito;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
      cors: { origin: url },
      lifecycle: { serverShutdownDelay: { seconds: 0 } },
      database: { connection: { host, port, ssl: false } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'test' } },
        ],
      },
    },
    auth: {
      providers: { oidc: { production: { metadataUrl, clientId } } },
    },
    terrastage: {
      users: {
        cognito: { userPoolId, region: 'local', endpoint: cognito.url },
      },
    },
    resources: { launcher: { kubernetes: { kubeconfig } } },
  };
}
