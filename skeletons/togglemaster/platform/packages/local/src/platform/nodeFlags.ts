/** Of Node for a service, as in the Dockerfile, which says why. */
export const NODE_FLAGS = ['--max-semi-space-size=8'];
