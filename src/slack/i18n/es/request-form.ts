import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Proyecto Public Cloud',
  submit: 'Pedir presupuesto',
  close: 'Cancelar',
  titleEdit: 'Modificar el pedido',
  submitEdit: 'Guardar los cambios',
  introEdit:
    'Cualquier cambio, salvo el del motivo, pide un nuevo presupuesto y anula las aprobaciones ya dadas.',
  titleAgain: 'Reintentar',
  submitAgain: 'Pedir presupuesto',
  channel: 'Canal',
  channelHint: 'Donde se muestra y se aprueba el pedido.',
  intro:
    'Primero se pregunta el precio a OVHcloud. No se pide nada sin aprobación; después alguien paga con el enlace de pago. ' +
    'El consumo del proyecto se factura aparte.',
  introAutoPay:
    'Primero se pregunta el precio a OVHcloud. No se pide nada sin aprobación; después OVHcloud *carga el importe en la ' +
    'cuenta al instante*. El consumo del proyecto se factura aparte.',
  shown: 'El nombre, el precio y el motivo se muestran después en el canal; el código promocional, nunca.',
  projectName: 'Nombre del proyecto',
  emojiHint:
    'Slack ha sustituido un emoji por un código entre dos puntos. En OVHcloud, el nombre del proyecto contendría ese código.',
  voucher: 'Código promocional (voucher)',
  asking: 'Consultando a OVHcloud…',
  openOrder: ({ name }) => `Ver el pedido abierto: *${name}*`,
  reason: 'Motivo',
  reasonHint: 'Para qué es el proyecto. Todas las personas del canal pueden leer su motivo.',
  withdrawal: 'Derecho de desistimiento',
  withdrawalHint:
    'Deje la casilla vacía para conservar el derecho de desistimiento de 14 días (solo consumidores). Los aprobadores ven su elección.',
  waive: 'Renunciar al derecho de desistimiento de 14 días para este pedido',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Algo de este formulario no se ha podido leer.',
  channelMissing: 'Elija el canal en el que se muestra el pedido.',
  noQuorum:
    'Nadie podría aprobar este pedido: hay muy pocos aprobadores además de usted. Consulte a quien gestiona la aplicación.',
  damaged: ({ command }) => `Este formulario está dañado: ciérrelo y vuelva a escribir ${command}.`,
  nameLength: 'Escriba un nombre de 1 a 100 caracteres.',
  nameUnprintable: 'No use caracteres de control, caracteres invisibles ni saltos de línea.',
  voucher: 'Un código promocional es un solo código, sin espacios, de 100 caracteres como máximo.',
  reasonLength: 'Use 1000 caracteres como máximo.',
  slackIsSlow: 'Slack va lento en este momento. No se ha pedido nada; vuelva a enviar el formulario.',
  notWritten: 'No se ha podido guardar el pedido. No se ha pedido nada; vuelva a enviar el formulario.',
  channelUnavailable: ({ errorCode, bot }) =>
    `La aplicación no puede escribir en este canal (${errorCode}). Escriba allí /invite @${bot} y vuelva a enviar ` +
    'el formulario: lo que ha escrito sigue aquí.',
  nameTaken: ({ name, id }) =>
    `Ya hay un pedido abierto para el proyecto «${name}» (pedido ${id}). Use otro nombre o espere a que termine ese pedido.`,
  tooManyOpen: ({ count }) =>
    plural('es', count, {
      one: 'Ya tiene un pedido abierto, el máximo por persona. Espere a que termine o cancélelo.',
      other: `Ya tiene ${count} pedidos abiertos, el máximo por persona. Espere a que termine alguno o cancele uno.`,
    }),
  tooManyVouchers:
    'Ha introducido demasiados códigos promocionales que OVHcloud ha rechazado. Con más, la cuenta se bloquearía para todos: vuelva a intentarlo dentro de una hora o haga el pedido sin código.',
  nameTakenElsewhere:
    'Ya hay un pedido abierto para un proyecto con este nombre o con uno que se le parece. Use otro nombre.',
  nameOrdered: ({ name, id, orderId }) =>
    `El proyecto «${name}» ya se ha pedido (pedido ${id}, en OVHcloud ${orderId}). Use otro nombre.`,
};
