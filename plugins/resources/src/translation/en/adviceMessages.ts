export const adviceMessages = {
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
    'Wait until the other run is over, then try again. If nobody is running, remove the lock on the state page.',
  'advice.init_failed':
    'Terraform could not get ready. Look at the log; try again if a download failed.',
  'advice.plan_failed':
    'Terraform could not plan. The diagnostics below name the place.',
  'advice.plan_stale':
    'AWS changed after the plan was made. Start the run again to get a new plan.',
  'advice.bucket_not_empty':
    'Nothing was deleted. Empty the bucket, or let its deletion take the objects along (Change), and delete it again.',
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
  'advice.lock_changed':
    'Somebody else holds the lock now. Look at the state page again before anything is removed.',
  'advice.unlock_failed':
    'The lock could not be removed. Try again; if it stays, your platform team has to look at the runner’s access to the bucket.',
  'advice.restore_failed':
    'Nothing was restored. The message says why; choose another version or try again.',
  'advice.adoption_refused':
    'Nothing is managed and AWS is as it was. Put right what the message names, in the form or in AWS, and fill in the form again.',
} as const;
