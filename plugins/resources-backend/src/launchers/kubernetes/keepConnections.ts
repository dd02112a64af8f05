import http from 'node:http';
import https from 'node:https';
import { isDeepStrictEqual } from 'node:util';
import type {
  KubeConfig,
  SecurityAuthentication,
} from '@kubernetes/client-node';

/**
 * Authenticates as the kubeconfig says, over connections that stay open: the client makes an agent for each call, and with it
 * a TLS handshake. Behind a proxy, whose agents are others, it stays so.
 */
export function keepConnections(config: KubeConfig): SecurityAuthentication {
  let options: https.AgentOptions | undefined;
  let kept: http.Agent | undefined;
  return {
    getName: () => config.getName(),
    async applySecurityAuthentication(context) {
      await config.applySecurityAuthentication(context);
      // Those of HTTP have options as well; their type does not say so.
      const made = context.getAgent() as https.Agent | undefined;
      const { Agent } = made instanceof https.Agent ? https : http;
      const isPlain: boolean = made?.constructor === (Agent as unknown);
      if (!made || !isPlain) {
        return;
      }
      // A rotated certificate needs new connections.
      if (!kept || !isDeepStrictEqual(made.options, options)) {
        options = made.options;
        kept = new Agent({ ...options, keepAlive: true });
      }
      context.setAgent(kept);
    },
  };
}
