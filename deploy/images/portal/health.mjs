// Ends with 0 when the portal on this machine takes requests, else with 1 and the reason.
const port = process.argv[2] ?? 7007;
try {
  const { status } = await fetch(
    `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
    { signal: AbortSignal.timeout(4_000) },
  );
  if (status !== 200) throw new Error(`the portal answers ${status}`);
} catch (error) {
  process.stderr.write(`${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
