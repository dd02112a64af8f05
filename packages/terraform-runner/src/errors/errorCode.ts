/** The `code` of a Node.js system error (`ENOSPC`, `ECONNREFUSED`), looked for along the chain of causes. */
export function errorCode(error: unknown): string | undefined {
  for (const link of causes(error)) {
    const code = (link as { code?: unknown }).code;
    if (typeof code === 'string') {
      return code;
    }
  }
  return undefined;
}

function causes(error: unknown): object[] {
  const chain: object[] = [];
  let link = error;
  while (typeof link === 'object' && link !== null && chain.length < 10) {
    chain.push(link);
    link = (link as { cause?: unknown }).cause;
  }
  return chain;
}
