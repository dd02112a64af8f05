export const relationMessages = {
  'relations.title': 'Related resources',
  'relations.uses': 'Uses',
  'relations.usedBy': 'Used by',
  'relations.others_one': 'One more, of a team that you are not in',
  'relations.others_other': '{{count}} more, of teams that you are not in',
  'relations.inUse': 'Other resources use it',
  'relations.inUseAdvice': 'It can be deleted when these are gone:',
} as const;
