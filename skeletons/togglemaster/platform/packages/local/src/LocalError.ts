/** Something that whoever runs this can mend; the message says how. */
export class LocalError extends Error {
  override readonly name = 'LocalError';
}
