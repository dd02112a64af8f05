export const fieldMessages = {
  'pick.title': 'Resource',
  'pick.required': 'required',
  'pick.search': 'Type a part of the name, or open the list',
  'pick.waiting': 'Choose the environment first',
  'pick.none': 'None of your teams has one that can be chosen: {{type}}',
  'pick.anyType': 'resource',
  'pick.make': 'Make one',
  'pick.gone':
    '{{name}} can no longer be chosen: it is gone, changing, or in another environment',
} as const;
