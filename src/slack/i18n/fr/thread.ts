import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('fr', count, {
      one: `Rien n’a été commandé : le prix TTC était de ${before} lors de l’approbation et est maintenant de ${after}. L’approbation de ${names} est annulée ; veuillez examiner le nouveau devis ci-dessous.`,
      other: `Rien n’a été commandé : le prix TTC était de ${before} lors de l’approbation et est maintenant de ${after}. Les approbations de ${names} sont annulées ; veuillez examiner le nouveau devis ci-dessous.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('fr', count, {
      one: `Rien n’a été commandé : le prix est toujours de ${price} TTC, mais ses conditions ou ses contrats ont changé. L’approbation de ${names} est annulée ; veuillez examiner le nouveau devis ci-dessous.`,
      other: `Rien n’a été commandé : le prix est toujours de ${price} TTC, mais ses conditions ou ses contrats ont changé. Les approbations de ${names} sont annulées ; veuillez examiner le nouveau devis ci-dessous.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('fr', count, {
      one: `Le panier chez OVHcloud ne contenait plus ce qui avait été approuvé : rien n’a été commandé. L’approbation de ${names} est annulée ; veuillez examiner le nouveau devis ci-dessous.`,
      other: `Le panier chez OVHcloud ne contenait plus ce qui avait été approuvé : rien n’a été commandé. Les approbations de ${names} sont annulées ; veuillez examiner le nouveau devis ci-dessous.`,
    }),
  cartChangedUnapproved:
    'Le panier chez OVHcloud ne correspondait plus au devis. Veuillez examiner le nouveau devis ci-dessous.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('fr', count, {
      one: `${names} n’est plus approbateur : cette approbation ne compte plus.`,
      other: `${names} ne sont plus approbateurs : leurs approbations ne comptent plus.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people}, vous pouvez désormais aussi décider de la commande pour « ${name} » : les boutons sont plus haut.`,
  approvalsNotEnough:
    'Les approbations ne suffisent pas pour passer la commande : rien n’a été commandé. Veuillez examiner à nouveau la commande.',
  onHold:
    'Cette commande est suspendue : son enregistrement dans la base de données a été modifié en dehors de l’application. L’application n’y touche plus et ne commande rien tant que son administrateur n’a pas rétabli l’enregistrement.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} La commande OVHcloud ${facts.orderId} pour « ${facts.name} » existe aussi : une validation précédente, dont le résultat était inconnu, l’a bien passée. Vérifiez les deux commandes dans l’espace client OVHcloud (Facturation > Mes commandes). Ne payez pas deux fois ; si elle a fait l’objet d’un débit, demandez son annulation au support OVHcloud.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud a bien validé un panier pour « ${facts.name} » : il existe donc une commande que l’application ne trouve pas. Cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant toute nouvelle commande et tout paiement.`,
  outcomeUnknown:
    'La réponse d’OVHcloud à la validation du panier s’est perdue : on ne sait pas si la commande a été passée. ' +
    'La vérification est en cours ; rien n’est commandé à nouveau tant que ce n’est pas éclairci.',
  outcomeResolved:
    'La réponse d’OVHcloud à la validation du panier s’est perdue ; il a donc fallu vérifier si la commande avait été passée. ' +
    'Voir le résultat ci-dessous.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} La réponse d’OVHcloud à la validation du panier s’est perdue, et la commande est peut-être l’une de ces ` +
    `commandes OVHcloud : ${orderIds}. Un approbateur doit les vérifier dans l’espace client OVHcloud (Facturation > ` +
    `Mes commandes) et indiquer laquelle correspond à « ${name} ». Rien d’autre n’est commandé d’ici là.`,
  matchConfirmed: ({ by, orderId }) => `${by} indique que c’est la commande OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) =>
    `${by} indique que ce n’est aucune de ces commandes. La recherche se poursuit.`,
  matchNotFound: ({ requester, name }) =>
    `${requester}, la réponse d’OVHcloud s’est perdue, et sa commande pour « ${name} », si elle existe, reste introuvable. ` +
    'Veuillez la chercher dans l’espace client OVHcloud (Facturation > Mes commandes). L’application continue de chercher ; ' +
    'un approbateur peut arrêter la recherche. Rien n’est commandé à nouveau.',
  channelChangedUndecided: ({ from }) =>
    `L’application ne peut plus écrire dans ${from} : la commande se poursuit donc ici. Les approbateurs ne la voient pas ici : ` +
    'annulez-la et commandez à nouveau là où l’application peut écrire, ou invitez l’application là-bas et attendez la fin de cette commande.',
  channelChanged: ({ from }) =>
    `L’application ne peut plus écrire dans ${from} : la commande se poursuit donc ici. Ce qui y a été décidé reste valable.`,
  placed: ({ orderId, price, requester }) =>
    `La commande OVHcloud ${orderId} a été passée (${price} TTC). Le lien de paiement a été envoyé à ${requester} en message direct.`,
  editedReason: 'Le demandeur a modifié le motif de la commande. Le devis reste le même.',
  edited: ({ fields }) =>
    `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('fr', count, {
      one: `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud. L’approbation de ${names} est annulée.`,
      other: `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud. Les approbations de ${names} sont annulées.`,
    }),
  fields: {
    projectName: 'nom',
    voucher: 'voucher',
    reason: 'motif',
    budget: 'budget mensuel',
    waiveWithdrawal: 'droit de rétractation',
  },
  approvalWithdrawn: ({ by }) =>
    `${by} a retiré son approbation : la commande est à nouveau en attente d’approbation.`,
  reminder: ({ approverMentions, name, price }) =>
    `${approverMentions} Rappel : *${name}* pour *${price}* TTC attend toujours votre décision.`,
  reminded: 'Un rappel a été envoyé à toutes les personnes qui n’avaient pas décidé.',
  retried: 'Le demandeur réessaie : un nouveau devis est demandé à OVHcloud.',
  triedAgainBy: ({ by }) => `${by} réessaie pour le demandeur : un nouveau devis est demandé à OVHcloud.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `C’est la commande ${orderId}`,
  itIsTitle: ({ orderId }) => `Est-ce la commande OVHcloud ${orderId} ?`,
  itIsText: ({ orderId, name }) =>
    `Vérifiez d’abord dans l’espace client OVHcloud : la commande ${orderId} sera considérée comme celle du projet « ${name} », et son lien de paiement sera transmis.`,
  none: 'Aucune de celles-ci',
  noneTitle: 'Aucune de ces commandes ?',
  noneText: ({ name }) =>
    `Vérifiez d’abord dans l’espace client OVHcloud : le projet « ${name} » pourra ensuite être commandé à nouveau.`,
  stop: 'Arrêter la recherche',
  stopTitle: 'Arrêter la recherche ?',
  stopText: ({ name }) =>
    `La commande pour « ${name} » se termine alors ici. Si OVHcloud l’a passée, elle ne peut être trouvée et payée que dans l’espace client.`,
  back: 'Retour',
};
