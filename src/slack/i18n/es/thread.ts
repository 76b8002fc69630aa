import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('es', count, {
      one: `No se ha pedido nada: el precio con IVA era de ${before} cuando se aprobó y ahora es de ${after}. La aprobación de ${names} queda sin efecto; revisen el nuevo presupuesto, más abajo.`,
      other: `No se ha pedido nada: el precio con IVA era de ${before} cuando se aprobó y ahora es de ${after}. Las aprobaciones de ${names} quedan sin efecto; revisen el nuevo presupuesto, más abajo.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('es', count, {
      one: `No se ha pedido nada: el precio sigue siendo de ${price} IVA incl., pero han cambiado las condiciones o los contratos. La aprobación de ${names} queda sin efecto; revisen el nuevo presupuesto, más abajo.`,
      other: `No se ha pedido nada: el precio sigue siendo de ${price} IVA incl., pero han cambiado las condiciones o los contratos. Las aprobaciones de ${names} quedan sin efecto; revisen el nuevo presupuesto, más abajo.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('es', count, {
      one: `El carrito en OVHcloud ya no contenía lo que se aprobó, así que no se ha pedido nada. La aprobación de ${names} queda sin efecto; revisen el nuevo presupuesto, más abajo.`,
      other: `El carrito en OVHcloud ya no contenía lo que se aprobó, así que no se ha pedido nada. Las aprobaciones de ${names} quedan sin efecto; revisen el nuevo presupuesto, más abajo.`,
    }),
  cartChangedUnapproved:
    'El carrito en OVHcloud ya no contenía lo que figuraba en el presupuesto. Revisen el nuevo presupuesto, más abajo.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('es', count, {
      one: `${names} ya no puede aprobar, así que esa aprobación deja de contar.`,
      other: `${names} ya no pueden aprobar, así que sus aprobaciones dejan de contar.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} el pedido del proyecto «${name}» también espera ahora su decisión: los botones están más arriba.`,
  approvalsNotEnough:
    'Las aprobaciones no bastan para realizar el pedido, así que no se ha pedido nada. Vuelvan a revisar el pedido.',
  onHold:
    'Este pedido está en pausa: su registro en la base de datos se ha modificado fuera de la aplicación. La aplicación no hace nada con él ni pide nada hasta que quien la gestiona restaure el registro.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} también existe el pedido de OVHcloud ${facts.orderId} del proyecto «${facts.name}»: un intento anterior, cuyo resultado se desconocía, sí lo realizó. Comprueben ambos pedidos en el área de cliente de OVHcloud (Facturación > Mis pedidos). No paguen el proyecto dos veces; si el pedido ${facts.orderId} ya se ha cobrado, pidan al soporte de OVHcloud que lo cancele.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud sí convirtió en pedido un carrito del proyecto «${facts.name}», así que existe un pedido que la aplicación no encuentra. Búsquenlo en el área de cliente de OVHcloud (Facturación > Mis pedidos) antes de que alguien vuelva a pedir el proyecto o pague.`,
  outcomeUnknown:
    'La respuesta de OVHcloud al pedido se ha perdido, así que no se sabe si se ha realizado. ' +
    'Se está comprobando; no se vuelve a pedir nada hasta que se aclare.',
  outcomeResolved:
    'La respuesta de OVHcloud al pedido se perdió, así que se comprobó si se había realizado. ' +
    'Vean el resultado más abajo.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} la respuesta de OVHcloud se ha perdido, y puede que el pedido sea uno de estos pedidos de ` +
    `OVHcloud: ${orderIds}. Un aprobador tiene que comprobarlos en el área de cliente de OVHcloud (Facturación > Mis ` +
    `pedidos) y decir cuál es el del proyecto «${name}». Hasta entonces no se pide nada más.`,
  matchConfirmed: ({ by, orderId }) => `${by} dice que es el pedido de OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) => `${by} dice que no es ninguno de estos pedidos. La búsqueda continúa.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} la respuesta de OVHcloud se ha perdido y el pedido del proyecto «${name}», si existe, no aparece. Búsquelo en ` +
    'el área de cliente de OVHcloud (Facturación > Mis pedidos). La aplicación lo sigue buscando; un aprobador puede detener la búsqueda. ' +
    'No se vuelve a pedir nada.',
  channelChangedUndecided: ({ from }) =>
    `La aplicación ya no puede escribir en ${from}, así que este pedido continúa aquí. Los aprobadores no lo ven aquí: ` +
    'cancélelo y vuelva a pedir el proyecto donde la aplicación pueda escribir, o invítela allí y espere a que este pedido termine.',
  channelChanged: ({ from }) =>
    `La aplicación ya no puede escribir en ${from}, así que este pedido continúa aquí. Lo que se decidió allí sigue siendo válido.`,
  placed: ({ orderId, price, requester }) =>
    `Se ha realizado el pedido de OVHcloud ${orderId} (${price} IVA incl.). El enlace de pago se ha enviado a ${requester} en un mensaje directo.`,
  editedReason: 'El solicitante ha cambiado el motivo del pedido. El presupuesto sigue igual.',
  edited: ({ fields }) =>
    `El solicitante ha modificado el pedido (${fields}): se solicita a OVHcloud un nuevo presupuesto.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('es', count, {
      one: `El solicitante ha modificado el pedido (${fields}): se solicita a OVHcloud un nuevo presupuesto. La aprobación de ${names} queda sin efecto.`,
      other: `El solicitante ha modificado el pedido (${fields}): se solicita a OVHcloud un nuevo presupuesto. Las aprobaciones de ${names} quedan sin efecto.`,
    }),
  fields: {
    projectName: 'nombre',
    voucher: 'código promocional',
    reason: 'motivo',
    budget: 'presupuesto mensual',
    waiveWithdrawal: 'derecho de desistimiento',
  },
  approvalWithdrawn: ({ by }) =>
    `${by} ha retirado su aprobación: el pedido vuelve a estar a la espera de aprobación.`,
  reminder: ({ approverMentions, name, price }) =>
    `${approverMentions} recordatorio: *${name}* por *${price}* IVA incl. sigue a la espera de su decisión.`,
  reminded: 'Se envió un recordatorio a quienes aún no habían decidido.',
  retried: 'El solicitante lo vuelve a intentar: se solicita a OVHcloud un nuevo presupuesto.',
  triedAgainBy: ({ by }) =>
    `${by} lo vuelve a intentar en nombre del solicitante: se solicita a OVHcloud un nuevo presupuesto.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `Es el ${orderId}`,
  itIsTitle: ({ orderId }) => `¿Es el pedido de OVHcloud ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Compruébelo antes en el área de cliente de OVHcloud: el pedido ${orderId} contará como el del proyecto «${name}» y se entregará su enlace de pago.`,
  none: 'Ninguno de estos',
  noneTitle: '¿Ninguno de estos pedidos?',
  noneText: ({ name }) =>
    `Compruébelo antes en el área de cliente de OVHcloud: si confirma, se podrá volver a pedir el proyecto «${name}».`,
  stop: 'Dejar de buscar',
  stopTitle: '¿Dejar de buscarlo?',
  stopText: ({ name }) =>
    `El pedido del proyecto «${name}» terminará aquí. Si OVHcloud llegó a realizarlo, solo se podrá encontrar y pagar en el área de cliente.`,
  back: 'Volver',
};
