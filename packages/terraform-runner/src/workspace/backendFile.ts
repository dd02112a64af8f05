import type { Job } from '../protocol';

/** Settings of Terraform's S3 backend, all derived by the server. */
export type BackendSettings = {
  bucket: string;
  key: string;
  region: string;
  use_lockfile: true;
  /** Only with a key of our own: without, Terraform would ask for AES256 and override the bucket's default. */
  encrypt?: true;
  kms_key_id?: string;
};

export function backendSettings(state: Job['state']): BackendSettings {
  const { bucket, key, region, kmsKeyId } = state;
  return {
    bucket,
    key,
    region,
    use_lockfile: true,
    ...(kmsKeyId ? { encrypt: true, kms_key_id: kmsKeyId } : {}),
  };
}

/** `backend.tf.json`. A file of this kind evaluates `${}`, so that is escaped although no server writes it. */
export function backendFile(state: Job['state']): object {
  const s3 = Object.fromEntries(
    Object.entries(backendSettings(state)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/([$%])\{/g, '$1$1{') : value,
    ]),
  );
  return { terraform: { backend: { s3 } } };
}
