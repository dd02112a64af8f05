/** A dry run has come to what only a real one would make. */
export class NotYetKnown extends Error {
  constructor(readonly what: string) {
    super(`${what} is not known before it is made`);
    this.name = 'NotYetKnown';
  }
}
