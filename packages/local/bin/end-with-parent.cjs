// Loaded into the portal before anything else. The channel to the process that
// started it closes when that one dies, even by kill -9; nobody would then end
// the portal in its turn, so it ends its process group, which it leads.
const LONGEST_SHUTDOWN_MS = 15_000;

if (process.channel) {
  // Must not keep a process alive that has nothing else to do.
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(-process.pid, 'SIGTERM');
    setTimeout(
      () => process.kill(-process.pid, 'SIGKILL'),
      LONGEST_SHUTDOWN_MS,
    ).unref();
  });
}
