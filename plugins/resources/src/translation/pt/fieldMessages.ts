import type { fieldMessages as en } from '../en/fieldMessages';
import type { Translated } from '../Translated';

export const fieldMessages: Translated<typeof en> = {
  'pick.title': 'Recurso',
  'pick.required': 'obrigatório',
  'pick.search': 'Procure por parte do nome',
  'pick.noMatch': 'Nenhum nome contém isso',
  'pick.waiting': 'Escolha primeiro o ambiente',
  'pick.none': 'Nenhum dos seus times tem um que possa ser escolhido: {{type}}',
  'pick.anyType': 'recurso',
  'pick.make': 'Criar um',
  'pick.gone':
    '{{name}} não pode mais ser escolhido: não existe mais, está mudando ou está em outro ambiente',
  'pick.elsewhere': 'não está no que foi escolhido acima',
  'pick.nothing': 'Não há nada para escolher',
  'pick.choose': 'Escolha',
  'subnet.waiting': 'Escolha primeiro a rede',
  'subnet.reach.endpoints':
    'Systems Manager pelos endpoints da rede: eles já custam por hora',
  'subnet.reach.nat':
    'Systems Manager pelo NAT: o gateway já custa por hora, e por gigabyte',
  'subnet.reach.public_address':
    'Systems Manager só com endereço público, que custa por hora',
  'subnet.reach.nothing':
    'sem caminho até o Systems Manager: ninguém poderia entrar. A rede precisa de NAT ou de endpoints',
  'contents.waiting': 'Escolha primeiro o recurso',
};
