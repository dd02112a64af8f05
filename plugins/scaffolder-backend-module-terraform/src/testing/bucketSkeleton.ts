/** A skeleton as `useDirectory` takes it. */
export const bucketSkeleton = {
  'main.tf': 'resource "aws_s3_bucket" "this" {}\n',
  'terrastage.yaml': [
    'apiVersion: terrastage/v1',
    'type: s3-bucket',
    'title: S3 bucket',
    'version: 1.0.0',
    'variables: { type: object, additionalProperties: false }',
    '',
  ].join('\n'),
};
