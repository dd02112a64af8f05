/** Ends this process once all that it has written was taken. Node writes to a pipe in the background, and an exit loses what is left. */
export function exitWhenWritten(code: number): void {
  process.stdout.write('', () =>
    process.stderr.write('', () => process.exit(code)),
  );
}
