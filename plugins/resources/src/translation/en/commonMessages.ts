export const commonMessages = {
  'common.resources': 'Resources',
  'common.retry': 'Try again',
  'common.close': 'Close',
  'common.loading': 'Loading',
  'common.copy': 'Copy {{what}}',
  'common.copied': 'Copied {{what}}',
  'common.copyFailed': 'The browser did not allow copying {{what}}',
  'common.opensInNewTab': 'opens in a new tab',
  'common.stale': 'This may be out of date: the last refresh failed.',

  'error.unreachable.title': 'The portal cannot be reached',
  'error.unreachable.advice':
    'Check that it is running and that you are on its network. This page goes on trying.',
  'error.signedOut.title': 'You are no longer signed in',
  'error.signedOut.advice': 'Reload the page and sign in again.',
  'error.forbidden.title': 'You may not see this',
  'error.forbidden.advice':
    'Ask the owner, or a platform admin, to give you access.',
  'error.notFound.title': 'It does not exist, or is not yours',
  'error.notFound.advice':
    'Check the link. If it belongs to another team, ask that team for access.',
  'error.conflict.title': 'Something else is going on',
  'error.conflict.advice': 'Wait until it is over, then try again.',
  'error.rejected.title': 'The portal did not accept the request',
  'error.rejected.advice': 'Clear the filters or reload the page.',
  'error.server.title': 'The portal had a problem',
  'error.server.advice':
    'Try again. If it stays, tell your platform team what stands below.',
  'error.detail': 'What the portal said: {{message}}',
} as const;
