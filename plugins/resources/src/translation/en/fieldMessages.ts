export const fieldMessages = {
  'pick.title': 'Resource',
  'pick.required': 'required',
  'pick.search': 'Search by a part of the name',
  'pick.noMatch': 'No name has this in it',
  'pick.waiting': 'Choose the environment first',
  'pick.none': 'None of your teams has one that can be chosen: {{type}}',
  'pick.anyType': 'resource',
  'pick.make': 'Make one',
  'pick.gone':
    '{{name}} can no longer be chosen: it is gone, changing, or in another environment',
  'pick.elsewhere': 'not in what was chosen above',
  'pick.nothing': 'There is nothing to choose from',
  'pick.choose': 'Choose',
  'subnet.waiting': 'Choose the network first',
  'subnet.reach.endpoints':
    'Systems Manager through the endpoints of the network: they cost by the hour already',
  'subnet.reach.nat':
    'Systems Manager through NAT: the gateway costs by the hour already, and by the gigabyte',
  'subnet.reach.public_address':
    'Systems Manager only with a public address, which costs by the hour',
  'subnet.reach.nothing':
    'no way to Systems Manager: nobody could log in. The network needs NAT or endpoints',
  'contents.waiting': 'Choose the resource first',
} as const;
