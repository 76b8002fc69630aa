import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const thread: Messages['thread'] = {
  priceChanged: ({ before, after, names, count }) =>
    plural('es', count, {
      one: `No se ha pedido nada: el precio con IVA era de ${before} cuando se aprobó y ahora es de ${after}. La aprobación de ${names} queda sin efecto; decidan de nuevo sobre el nuevo presupuesto, más abajo.`,
      other: `No se ha pedido nada: el precio con IVA era de ${before} cuando se aprobó y ahora es de ${after}. Las aprobaciones de ${names} quedan sin efecto; decidan de nuevo sobre el nuevo presupuesto, más abajo.`,
    }),
  termsChanged: ({ price, names, count }) =>
    plural('es', count, {
      one: `No se ha pedido nada: el precio sigue siendo de ${price} IVA incl., pero han cambiado sus condiciones o contratos. La aprobación de ${names} queda sin efecto; decidan de nuevo sobre el nuevo presupuesto, más abajo.`,
      other: `No se ha pedido nada: el precio sigue siendo de ${price} IVA incl., pero han cambiado sus condiciones o contratos. Las aprobaciones de ${names} quedan sin efecto; decidan de nuevo sobre el nuevo presupuesto, más abajo.`,
    }),
  cartChanged: ({ names, count }: { names: string; count: number }) =>
    plural('es', count, {
      one: `El carrito en OVHcloud ya no contenía lo que se aprobó, así que no se ha pedido nada. La aprobación de ${names} queda anulada; revise el nuevo presupuesto más abajo.`,
      other: `El carrito en OVHcloud ya no contenía lo que se aprobó, así que no se ha pedido nada. Las aprobaciones de ${names} quedan anuladas; revise el nuevo presupuesto más abajo.`,
    }),
  cartChangedUnapproved:
    'El carrito en OVHcloud ya no contenía lo presupuestado. Revise el nuevo presupuesto más abajo.',
  approvalsLost: ({ names, count }: { names: string; count: number }) =>
    plural('es', count, {
      one: `${names} ya no puede aprobar, así que esa aprobación deja de contar.`,
      other: `${names} ya no pueden aprobar, así que sus aprobaciones dejan de contar.`,
    }),
  approversCalled: ({ people, name }: { people: string; name: string }) =>
    `${people} ahora también puede decidir sobre el pedido de «${name}»: los botones están más arriba.`,
  approvalsNotEnough:
    'Las aprobaciones no bastan para tramitar el pedido, así que no se ha pedido nada. Revise el pedido de nuevo.',
  onHold:
    'Este pedido está en espera: su registro en la base de datos se ha modificado fuera de la aplicación. La aplicación no hace nada con él ni pide nada hasta que su administrador restaure el registro.',
  unexpectedOrder: (facts: { requester: string; approverMentions: string; orderId: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} también existe el pedido de OVHcloud ${facts.orderId} para «${facts.name}»: una tramitación anterior cuyo resultado se desconocía sí lo realizó. Compruebe ambos pedidos en el área de cliente de OVHcloud (Facturación > Mis pedidos). No lo pague dos veces; si ya se ha cobrado, pida su anulación al soporte de OVHcloud.`,
  unexpectedOrderUnknown: (facts: { requester: string; approverMentions: string; name: string }) =>
    `${facts.requester} ${facts.approverMentions} OVHcloud sí tramitó un carrito de «${facts.name}», así que existe un pedido que la aplicación no encuentra. Búsquelo en el área de cliente de OVHcloud (Facturación > Mis pedidos) antes de que alguien vuelva a pedir o pague.`,
  outcomeUnknown:
    'La respuesta de OVHcloud al pedido se ha perdido, así que no se sabe si se ha hecho. ' +
    'Se está comprobando; no se vuelve a pedir nada antes de que esté claro.',
  outcomeResolved:
    'La respuesta de OVHcloud al pedido se perdió, así que se comprobó si se había hecho. ' +
    'Más abajo se cuenta cómo siguió.',
  matchAmbiguous: ({ requester, approverMentions, orderIds, name }) =>
    `${requester} ${approverMentions} la respuesta de OVHcloud se ha perdido, y puede que el pedido sea uno de estos pedidos de ` +
    `OVHcloud: ${orderIds}. Un aprobador tiene que mirarlos en el área de cliente de OVHcloud (Facturación > Mis ` +
    `pedidos) y decir cuál es para «${name}». Antes no se pide nada más.`,
  matchConfirmed: ({ by, orderId }) => `${by} dice que es el pedido de OVHcloud ${orderId}.`,
  matchesRejected: ({ by }) => `${by} dice que no es ninguno de estos pedidos. Se sigue buscando.`,
  matchNotFound: ({ requester, name }) =>
    `${requester} La respuesta de OVHcloud se ha perdido, y su pedido para «${name}», si existe, no aparece. Búsquelo en ` +
    'el área de cliente de OVHcloud (Facturación > Mis pedidos). Aquí se sigue buscando; un aprobador puede detener la búsqueda. ' +
    'No se vuelve a pedir nada.',
  channelChangedUndecided: ({ from }) =>
    `La aplicación ya no puede escribir en ${from}, así que este pedido continúa aquí. Los aprobadores no lo ven aquí: ` +
    'cancélelo y vuelva a pedirlo donde la aplicación pueda escribir, o invítela allí y espere a que este termine.',
  channelChanged: ({ from }) =>
    `La aplicación ya no puede escribir en ${from}, así que este pedido continúa aquí. Lo que se decidió allí es válido.`,
  placed: ({ orderId, price, requester }) =>
    `Se ha hecho el pedido de OVHcloud ${orderId} (${price} IVA incl.). El enlace de pago se ha enviado a ${requester} en un mensaje directo.`,
  editedReason: 'El solicitante ha cambiado el motivo del pedido. El presupuesto sigue igual.',
  edited: ({ fields }) =>
    `El solicitante ha modificado el pedido (${fields}): se pide a OVHcloud un nuevo presupuesto.`,
  editedVoiding: ({ fields, names, count }) =>
    plural('es', count, {
      one: `El solicitante ha modificado el pedido (${fields}): se pide a OVHcloud un nuevo presupuesto. La aprobación de ${names} queda sin efecto.`,
      other: `El solicitante ha modificado el pedido (${fields}): se pide a OVHcloud un nuevo presupuesto. Las aprobaciones de ${names} quedan sin efecto.`,
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
  reminded: 'Se envió un recordatorio a todos los que no habían decidido.',
  retried: 'El solicitante lo intenta de nuevo: se pide a OVHcloud un nuevo presupuesto.',
  triedAgainBy: ({ by }) =>
    `${by} lo intenta de nuevo por el solicitante: se pide a OVHcloud un nuevo presupuesto.`,
};

export const match: Messages['match'] = {
  itIs: ({ orderId }) => `Es el ${orderId}`,
  itIsTitle: ({ orderId }) => `¿Es el pedido de OVHcloud ${orderId}?`,
  itIsText: ({ orderId, name }) =>
    `Compruébelo antes en el área de cliente de OVHcloud: el pedido ${orderId} cuenta entonces como el del proyecto «${name}», y se entrega su enlace de pago.`,
  none: 'Ninguno de estos',
  noneTitle: '¿Ninguno de estos pedidos?',
  noneText: ({ name }) =>
    `Compruébelo antes en el área de cliente de OVHcloud: el proyecto «${name}» puede entonces volver a pedirse.`,
  stop: 'Dejar de buscar',
  stopTitle: '¿Dejar de buscarlo?',
  stopText: ({ name }) =>
    `El pedido de «${name}» termina entonces aquí. Si OVHcloud lo hizo, solo se puede encontrar y pagar en el área de cliente.`,
  back: 'Volver',
};
