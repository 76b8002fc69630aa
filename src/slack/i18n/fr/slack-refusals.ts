import type { Messages } from '../en.ts';

export const channelRefusals: Messages['channelRefusals'] = {
  directMessage: ({ command }) =>
    `L’application ne peut pas écrire dans les messages directs entre personnes. Rien n’a été commandé ; saisissez ${command} dans un canal.`,
  typeElsewhere: ({ errorCode, command }) =>
    `L’application n’a pas le droit d’écrire dans ce canal (${errorCode}), et l’y inviter n’y change rien. Rien n’a été commandé ; saisissez ${command} dans un autre canal.`,
  chooseAnother: ({ errorCode }) =>
    `L’application n’a pas le droit d’écrire dans ce canal (${errorCode}), et l’y inviter n’y change rien. Choisissez un autre canal.`,
  orderElsewhere:
    'Commandez à nouveau dans un autre canal : inviter l’application dans celui-là ne sert à rien.',
  appRefused: ({ errorCode }) =>
    `Slack n’accepte pas les messages de l’application (${errorCode}). Rien n’a été commandé. Réessayer ne servira à rien : prévenez l’administrateur de l’application.`,
  tellOperator: 'Réessayer ne servira à rien : prévenez l’administrateur de l’application.',
};

export const lookups: Messages['lookups'] = {
  groupRefused: ({ group, code }) =>
    `Slack n’indique pas à l’application qui fait partie du groupe ${group} (${code}) : elle ne peut pas vérifier qui en a le droit. Réessayer ne servira à rien : prévenez l’administrateur de l’application.`,
  noApprovers: ({ group, code }) =>
    `Personne ne pourrait approuver cette commande : Slack n’indique pas à l’application qui fait partie du groupe ${group} (${code}). Réessayer ne servira à rien : prévenez l’administrateur de l’application.`,
  personRefused: ({ code }) =>
    `Slack ne montre pas votre compte à l’application (${code}) : vos droits ne peuvent pas être vérifiés. Réessayer ne servira à rien : prévenez l’administrateur de l’application.`,
};

export const linkDelivery: Messages['linkDelivery'] = {
  show: 'Afficher le lien de paiement',
  retrying: ({ orderId, price, requester, errorCode }) =>
    `La commande OVHcloud ${orderId} a été passée (${price} TTC). Le lien de paiement n’est pas encore parvenu à ${requester} : Slack ne remet pas le message direct (${errorCode}). L’application continue d’essayer. En attendant, le demandeur et les approbateurs peuvent voir le lien ici.`,
  failed: ({ orderId, price, requester, errorCode, approverMentions }) =>
    `${approverMentions} La commande OVHcloud ${orderId} a été passée (${price} TTC), mais le lien de paiement ne peut pas être remis à ${requester} en message direct (${errorCode}). Le demandeur et les approbateurs peuvent le voir ici.`,
  placed: ({ orderId, price }) => `La commande OVHcloud ${orderId} a été passée (${price} TTC).`,
  nextPending:
    'Ensuite : le lien de paiement est envoyé au demandeur ; OVHcloud livre le projet une fois la commande payée.',
  nextForRequester:
    'Le lien de paiement n’est pas parvenu au demandeur. Dans le fil, *Afficher le lien de paiement* le montre au demandeur et aux approbateurs.',
  nextForChannel:
    'Le lien de paiement n’a pas pu être publié dans le fil. *Afficher le lien de paiement* le montre au demandeur et aux approbateurs.',
  reminder: ({ requester, name, price, until }) =>
    `${requester}, rappel : le projet *${name}* (${price} TTC) n’est pas encore payé. La commande expire le ${until}. Le lien de paiement ne vous est pas parvenu en message direct ; pour le voir, cliquez sur *Afficher le lien de paiement* ci-dessus.`,
  notForYou: 'Seuls le demandeur et les approbateurs peuvent voir le lien de paiement.',
  notKnown: 'Le lien de paiement est en cours de recherche chez OVHcloud. Réessayez dans une minute.',
  movedFromRequester: ({ requester }) =>
    `L’application ne peut plus écrire à ${requester} : la commande se poursuit donc ici, avec un approbateur. Ce qui a été décidé reste valable.`,
};
