export const runMessages = {
  'run.title.plan': 'Plan of {{name}}',
  'run.title.apply': 'Apply {{name}}',
  'run.title.destroy': 'Delete {{name}}',
  'run.breadcrumb': 'Run',
  'run.resource': 'Resource',
  'run.requestedBy': 'Asked for by',
  'run.created': 'When',
  'run.duration': 'Took',
  'run.running': 'Running for',
  'run.attempt': 'Attempt',
  'run.memory': 'Memory',
  'run.queue': 'Place in the queue: {{position}}',
  'run.announce': 'Run: {{status}}',
  'run.announceProgress': 'Run: {{status}}, {{done}} of {{total}} done',

  'run.steps': 'Steps',
  'run.step.started': 'running',
  'run.step.finished': 'done',
  'run.step.failed': 'failed',
  'run.step.skipped': 'skipped',
  'run.step.stopped': 'stopped',
  'run.step.waiting': 'not yet',

  'run.progress': 'Progress',
  'run.progress.count': '{{done}} of {{total}}',
  'run.progress.current': '{{action}} {{address}} for {{time}}',

  'run.cancel': 'Cancel the run',
  'run.canceling': 'Canceling',
  'run.cancel.title': 'Cancel this run?',
  'run.cancel.queued': 'It has not begun: nothing changes in AWS.',
  'run.cancel.planning':
    'Terraform only plans so far: nothing changes in AWS. It is asked to stop, and stops in a few seconds.',
  'run.cancel.applying':
    'Terraform is changing AWS. It is asked once to stop: it finishes what it is at, saves its state and lets go of the lock. This can take some minutes. What was made until then stays, and the resource is marked as failed.',
  'run.cancel.confirm': 'Cancel the run',
  'run.cancel.keep': 'Let it go on',
  'run.cancel.failed': 'The run was not canceled',
  'run.cancel.requested':
    'Cancel was asked for by {{by}}. Terraform gets time to save its state.',

  'run.end.applied': 'Done: {{name}} stands as planned.',
  'run.end.destroyed': 'Done: {{name}} is gone.',
  'run.end.planned': 'The plan is ready. Nothing was changed.',
  'run.end.canceled': 'The run was canceled. The log shows how far it came.',
  'run.end.discarded': 'The plan was discarded. Nothing was changed.',
  'run.end.policy_denied': 'A policy denies this plan. Nothing was changed.',
  'run.interrupted':
    'The program that ran Terraform vanished. The portal makes sure that it is dead before anything else happens.',
  'run.recovering':
    'The portal finds out what stands in AWS. Nothing is applied again blindly.',
  'run.openResource': 'Open the resource',
  'run.orphans':
    'These still carry the resource’s tag in AWS and have to be removed by hand:',

  'run.failure.title': 'The run failed',
  'run.failure.titleAt': 'The run failed at: {{step}}',
  'run.failure.attention': 'A person has to look at this run',
  'run.failure.code': 'Code: {{code}}',
  'run.failure.lock':
    'The state is locked by {{who}} since {{since}} ({{operation}}, lock {{id}}).',

  'advice.invalid_bundle':
    'The template’s module breaks a rule of the runner. Tell who maintains the template.',
  'advice.invalid_variables':
    'Change the value that the message names and create the resource again.',
  'advice.identity':
    'The runner got no AWS credentials. Your platform team has to look at its role.',
  'advice.wrong_account':
    'The credentials belong to another AWS account than the environment. Nothing was changed. Tell your platform team.',
  'advice.state_missing':
    'The state that the portal knows is not in the bucket. Do not create it anew: your platform team can bring back an older version of the object.',
  'advice.state_empty':
    'The state in the bucket is empty though it held something before. Your platform team can bring back an older version of the object.',
  'advice.state_older':
    'The state in the bucket is older than the one that the portal knows. Your platform team can bring back the right version of the object.',
  'advice.state_foreign':
    'The state in the bucket belongs to something else. Nothing was changed. Tell your platform team.',
  'advice.state_unreadable':
    'The state in the bucket can not be read. Your platform team can bring back an older version of the object.',
  'advice.locked':
    'Wait until the other run is over, then try again. If nobody is running, your platform team can remove the lock.',
  'advice.init_failed':
    'Terraform could not get ready. Look at the log; try again if a download failed.',
  'advice.plan_failed':
    'Terraform could not plan. The diagnostics below name the place.',
  'advice.plan_stale':
    'AWS changed after the plan was made. Start the run again to get a new plan.',
  'advice.apply_failed':
    'AWS refused a change. The diagnostics below name it. Mend the cause and try again; what was made until then stays in the state.',
  'advice.state_not_saved':
    'Terraform could not save its state in the bucket. It was kept aside. Do not start another run before your platform team has brought it back.',
  'advice.disk_full':
    'The runner’s disk is full. Try again later, and tell your platform team.',
  'advice.unreachable':
    'AWS could not be reached. Try again when the network is back.',
  'advice.timed_out':
    'The run took longer than it may. Look at the log for what it waited for.',
  'advice.fenced':
    'A newer attempt of this run took over. Nothing was changed by this one.',
  'advice.runner_lost':
    'The portal does not know what stands in AWS and changes nothing by itself. Talk to your platform team.',
  'advice.launch_failed':
    'The runner could not be started. Try again; if it stays, tell your platform team.',
  'advice.orphans':
    'Delete in AWS what the message names, then delete the resource again.',
  'advice.policy':
    'Change what the policy names and create the resource again.',
  'advice.other':
    'Look at the log. If it does not help, tell your platform team the id of the run: {{id}}',

  'diagnostics.title': 'Diagnostics',
  'diagnostics.error': 'Error',
  'diagnostics.warning': 'Warning',
  'diagnostics.place': '{{file}}, line {{line}}',

  'plan.title': 'Plan',
  'plan.waiting': 'The plan appears when Terraform has made it.',
  'plan.missing': 'There is no plan: the run ended before.',
  'plan.noChanges': 'No changes: AWS is as the files say.',
  'plan.count.create': '{{number}} to create',
  'plan.count.update': '{{number}} to change',
  'plan.count.replace': '{{number}} to replace',
  'plan.count.delete': '{{number}} to destroy',
  'plan.count.import': '{{number}} to import',
  'plan.expandAll': 'Expand all',
  'plan.collapseAll': 'Collapse all',
  'plan.attributes': 'Attributes of {{address}}',
  'plan.attribute': 'Attribute',
  'plan.before': 'Before',
  'plan.after': 'After',
  'plan.sensitive': 'sensitive',
  'plan.unknown': 'known after the apply',
  'plan.notSet': 'not set',
  'plan.forcesReplacement': 'forces replacement',
  'plan.noAttributes': 'No attributes to show.',
  'plan.detailLater': 'The attributes are being read.',
  'plan.outputs': 'Outputs',
  'plan.drift': 'Changed in AWS since the last run',
  'plan.removed': 'Removed line',
  'plan.added': 'Added line',

  'log.title': 'Log',
  'log.region': 'Log of the run',
  'log.waiting': 'No lines yet.',
  'log.none': 'The run left no log.',
  'log.noMatch': 'No line matches',
  'log.search': 'Search the log',
  'log.match': '{{current}} of {{total}}',
  'log.next': 'Next match',
  'log.previous': 'Previous match',
  'log.follow': 'Follow',
  'log.download': 'Download',
  'log.lines_one': '{{count, number}} line',
  'log.lines_other': '{{count, number}} lines',
  'log.level.debug': 'debug',
  'log.level.info': 'info',
  'log.level.warn': 'warning',
  'log.level.error': 'error',

  'connection.connecting': 'Connecting',
  'connection.live': 'Live',
  'connection.reconnecting': 'Connection lost, trying again',
  'connection.ended': 'Complete',
} as const;
