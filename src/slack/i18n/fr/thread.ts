import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('fr', count, {
      one: `Rien n’a été commandé : le prix TTC était de ${before} lors de l’approbation et est maintenant de ${after}. L’approbation de ${names} est annulée ; veuillez décider de nouveau sur le nouveau devis ci-dessous.`,
      other: `Rien n’a été commandé : le prix TTC était de ${before} lors de l’approbation et est maintenant de ${after}. Les approbations de ${names} sont annulées ; veuillez décider de nouveau sur le nouveau devis ci-dessous.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('fr', count, {
      one: `Rien n’a été commandé : le prix est toujours de ${price} TTC, mais ses conditions ou ses contrats ont changé. L’approbation de ${names} est annulée ; veuillez décider de nouveau sur le nouveau devis ci-dessous.`,
      other: `Rien n’a été commandé : le prix est toujours de ${price} TTC, mais ses conditions ou ses contrats ont changé. Les approbations de ${names} sont annulées ; veuillez décider de nouveau sur le nouveau devis ci-dessous.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('fr', count, {
      one: `Le panier chez OVHcloud ne contenait plus ce qui avait été approuvé : rien n’a été commandé. L’approbation de ${names} est annulée ; merci d’examiner le nouveau devis ci-dessous.`,
      other: `Le panier chez OVHcloud ne contenait plus ce qui avait été approuvé : rien n’a été commandé. Les approbations de ${names} sont annulées ; merci d’examiner le nouveau devis ci-dessous.`,
    }),
  cartChangedUnapproved:
    'Le panier chez OVHcloud ne contenait plus ce qui avait été chiffré. Merci d’examiner le nouveau devis ci-dessous.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('fr', count, {
      one: `${names} n’est plus approbateur : cette approbation ne compte plus.`,
      other: `${names} ne sont plus approbateurs : leurs approbations ne comptent plus.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} vous pouvez désormais aussi décider de la commande pour « ${name} » : les boutons sont plus haut.`,
  approvalsNotEnough:
    'Les approbations ne suffisent pas pour passer la commande : rien n’a été commandé. Merci d’examiner à nouveau la commande.',
  onHold:
    'Cette commande est suspendue : son enregistrement dans la base de données a été modifié en dehors de l’application. L’application n’y touche plus et ne commande rien tant que son administrateur n’a pas rétabli l’enregistrement.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} la commande OVHcloud ${facts.orderId} pour « ${facts.name} » existe aussi : une validation précédente, dont le résultat était inconnu, l’a bien passée. Vérifiez les deux commandes dans l’espace client OVHcloud (Facturation > Mes commandes). Ne payez pas deux fois ; si elle a été débitée, demandez son annulation au support OVHcloud.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud a bien validé un panier de « ${facts.name} » : il existe donc une commande que l’application ne trouve pas. Cherchez-la dans l’espace client OVHcloud (Facturation > Mes commandes) avant que quiconque commande à nouveau ou paie.`,
  outcomeUnknown:
    'La réponse d’OVHcloud à la commande s’est perdue : on ne sait pas si elle a été passée. ' +
    'C’est en cours de vérification ; rien n’est commandé de nouveau avant que ce soit clair.',
  outcomeResolved:
    'La réponse d’OVHcloud à la commande s’est perdue ; il a donc été vérifié si elle avait été passée. ' +
    'La suite est racontée ci-dessous.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} la réponse d’OVHcloud s’est perdue, et la commande est peut-être devenue l’une de ces ` +
    `commandes OVHcloud : ${orderIds}. Un approbateur doit les regarder dans l’espace client OVHcloud (Facturation > ` +
    `Mes commandes) et dire laquelle est pour « ${name} ». Rien d’autre n’est commandé avant.`,
  matchConfirmed: ({ by, orderId }) => `${by} dit que c’est la commande OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) => `${by} dit que ce n’est aucune de ces commandes. La recherche continue.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} La réponse d’OVHcloud s’est perdue, et sa commande pour « ${name} », si elle existe, reste introuvable. ` +
    'Veuillez la chercher dans l’espace client OVHcloud (Facturation > Mes commandes). Elle est encore cherchée ici ; ' +
    'un approbateur peut arrêter cela. Rien n’est commandé de nouveau.',
  channelChangedUndecided: ({ from }) =>
    `L’application ne peut plus écrire dans ${from}, la commande continue donc ici. Les approbateurs ne la voient pas : ` +
    'annulez-la et commandez de nouveau là où l’application peut écrire, ou invitez-la là-bas et attendez la fin de celle-ci.',
  channelChanged: ({ from }) =>
    `L’application ne peut plus écrire dans ${from}, la commande continue donc ici. Ce qui y a été décidé reste valable.`,
  placed: ({ orderId, price, requester }) =>
    `La commande OVHcloud ${orderId} a été passée (${price} TTC). Le lien de paiement a été envoyé à ${requester} en message direct.`,
  editedReason: 'Le demandeur a changé le motif de la commande. Le devis reste le même.',
  edited: ({ fields }) =>
    `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('fr', count, {
      one: `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud. L’approbation de ${names} est annulée.`,
      other: `Le demandeur a modifié la commande (${fields}) : un nouveau devis est demandé à OVHcloud. Les approbations de ${names} sont annulées.`,
    }),
  fields: {
    projectName: 'nom',
    voucher: 'voucher',
    reason: 'motif',
    budget: 'budget mensuel',
    waiveWithdrawal: 'droit de rétractation',
  },
  approvalWithdrawn: ({ by }) =>
    `${by} a retiré son approbation : la commande est de nouveau en attente d’approbation.`,
  reminder: ({ approverMentions, name, price }) =>
    `${approverMentions} rappel : *${name}* pour *${price}* TTC attend toujours votre décision.`,
  reminded: 'Rappel envoyé à toutes les personnes qui n’avaient pas décidé.',
  retried: 'Le demandeur réessaie : un nouveau devis est demandé à OVHcloud.',
  triedAgainBy: ({ by }) => `${by} réessaie pour le demandeur : un nouveau devis est demandé à OVHcloud.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `C’est la ${orderId}`,
  itIsTitle: ({ orderId }) => `Est-ce la commande OVHcloud ${orderId} ?`,
  itIsText: ({ orderId, name }) =>
    `Vérifiez-le d’abord dans l’espace client OVHcloud : la commande ${orderId} compte alors comme celle du projet « ${name} », et son lien de paiement est transmis.`,
  none: 'Aucune de celles-ci',
  noneTitle: 'Aucune de ces commandes ?',
  noneText: ({ name }) =>
    `Vérifiez-le d’abord dans l’espace client OVHcloud : le projet « ${name} » peut alors être commandé de nouveau.`,
  stop: 'Arrêter de chercher',
  stopTitle: 'Arrêter de la chercher ?',
  stopText: ({ name }) =>
    `La commande de « ${name} » se termine alors ici. Si OVHcloud l’a passée, elle ne peut être trouvée et payée que dans l’espace client.`,
  back: 'Retour',
};
