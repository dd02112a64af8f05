/** Who the images run as, where this process may choose; else whoever runs the tests, who is not root either. */
export function imageUser(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: 10_001, gid: 10_001 } : undefined;
}
