export const changeMessages = {
  'change.button': 'Change',
  'change.breadcrumb': 'Change',
  'change.title': 'Change {{name}}',
  'change.intro':
    'The form as it was filled last. Name, environment and owner stay. Nothing changes before you have read the plan and confirmed it.',
  'change.unknown':
    'The portal does not know how the form was filled. Look at each field: what you leave as it is offered may be another value than the resource has now. The plan will show it.',
  'change.impossible':
    'This resource cannot be changed now: a run is active, it is gone, it has no template, or you may only look at it.',
  'change.planning': 'The change is handed over; its plan opens in a moment.',
  'change.failed': 'The change was not planned',
  'change.submit': 'Plan the change',
  'change.waits': 'The plan of a change waits for a confirmation',
  'change.read': 'Read the plan',

  'decide.title': 'This plan waits for your confirmation',
  'decide.intro': 'Nothing has changed yet. Read the plan below.',
  'decide.destructive':
    'This plan deletes or replaces something in AWS. Look at what, before you confirm it.',
  'decide.byOthers': 'Somebody of the owner’s team has to decide.',
  'decide.by': 'Without a decision it is discarded on {{time}}.',
  'decide.confirm': 'Confirm and apply',
  'decide.discard': 'Discard',
  'decide.back': 'Back',
  'decide.confirmTitle': 'Apply this plan to {{name}}?',
  'decide.confirmIntro':
    'Exactly this plan is applied. If something has changed since, it stops and says so.',
  'decide.discardTitle': 'Discard this plan?',
  'decide.discardIntro':
    'Nothing changes in AWS. The change can be asked for again at any time.',
  'decide.failed': 'That was not possible',
  'decide.confirmedBy': 'Confirmed by',
  'decide.discardedBy': 'Discarded by',
  'decide.late': 'Nobody, in time',

  'retry.title': 'You can try this again',
  'retry.destroy': 'You can try to delete it again',
  'retry.intro':
    'A new run plans again from what stands in AWS now. What needed a confirmation will ask for it again.',
  'retry.same': 'Try again',
  'retry.current': 'Try again with the current template',
  'retry.failed': 'The run was not started',
  'retry.of': 'Tries again',
  'retry.run': 'an earlier run',

  'upgrade.title': 'Version {{to}} of the template is there; this is {{from}}',
  'upgrade.open': 'See what is new',
  'upgrade.dialog': 'From version {{from}} to {{to}}',
  'upgrade.intro':
    'The upgrade is planned with the present values. You read the plan and confirm it before anything changes.',
  'upgrade.noChangelog': 'The template’s changelog says nothing about it.',
  'upgrade.plan': 'Plan the upgrade',
  'upgrade.failed': 'The upgrade was not planned',
  'upgrade.versions': 'Template version',
  'upgrade.fromTo': '{{from}} to {{to}}',
  'upgrade.badge': 'Upgrade to {{to}}',
  'upgrade.deprecated': 'The template is deprecated since version {{version}}',
  'upgrade.deprecatedAdvice': 'This resource goes on as it is.',
  'upgrade.retired': 'The template is retired since version {{version}}',
  'upgrade.retiredAdvice':
    'This resource stays, and can be changed and deleted with the files that it was made from.',
  'upgrade.commit': 'Git commit',
  'upgrade.noCommit': 'not recorded: its files were in no commit',
  'run.end.nothing': 'Done: nothing had to change in AWS.',
} as const;
