/** "PK" 5 6: how the last record of a zip file begins. */
const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_RECORD_BYTES = 22;

/**
 * Whether a saved plan, a zip file without a comment, is there to its end. On a full disk Terraform 1.11
 * leaves a part of it and exits with 0.
 */
export function isWholePlan(file: Buffer): boolean {
  const start = file.length - END_RECORD_BYTES;
  return (
    start >= 0 &&
    file.subarray(start, start + END_RECORD.length).equals(END_RECORD)
  );
}
