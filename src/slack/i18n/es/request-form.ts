import type { Messages } from '../en.ts';
import { plural } from '../grammar.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Proyecto Public Cloud',
  submit: 'Pedir presupuesto',
  close: 'Cancelar',
  titleEdit: 'Modificar el pedido',
  submitEdit: 'Guardar los cambios',
  introEdit:
    'Si cambia algo que no sea el motivo, se solicita un nuevo presupuesto y las aprobaciones ya dadas quedan sin efecto.',
  titleAgain: 'Reintentar',
  submitAgain: 'Pedir presupuesto',
  channel: 'Canal',
  channelHint: 'Donde se muestra y se aprueba el pedido.',
  intro:
    'Primero se consulta el precio a OVHcloud. No se pide nada sin aprobación; una vez aprobado, alguien paga con el enlace de pago. ' +
    'El consumo del proyecto se factura aparte.',
  introAutoPay:
    'Primero se consulta el precio a OVHcloud. No se pide nada sin aprobación; una vez aprobado, OVHcloud *carga el importe ' +
    'en la cuenta al instante*. El consumo del proyecto se factura aparte.',
  shown:
    'El nombre, el precio y el motivo se muestran después en el canal; el código promocional no se muestra nunca.',
  projectName: 'Nombre del proyecto',
  emojiHint:
    'Slack ha sustituido un emoji por un código entre dos puntos. En OVHcloud, el nombre del proyecto contendría ese código.',
  voucher: 'Código promocional (voucher)',
  asking: 'Consultando a OVHcloud…',
  openOrder: ({ name }) => `Ver el pedido abierto: *${name}*`,
  reason: 'Motivo',
  reasonHint: 'Para qué es el proyecto. Todas las personas del canal pueden leerlo.',
  withdrawal: 'Derecho de desistimiento',
  withdrawalHint:
    'Deje la casilla sin marcar para conservar el derecho de desistimiento de 14 días (solo consumidores). Los aprobadores ven lo que elige.',
  waive: 'Renunciar al derecho de desistimiento de 14 días para este pedido',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'No se ha podido leer una parte de este formulario.',
  channelMissing: 'Elija el canal en el que se muestra el pedido.',
  noQuorum:
    'Nadie podría aprobar este pedido: hay muy pocos aprobadores además de usted. Avise a quien gestiona la aplicación.',
  damaged: ({ command }) => `No se puede leer este formulario: ciérrelo y vuelva a escribir ${command}.`,
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
    `Ya hay un pedido abierto del proyecto «${name}» (pedido ${id}). Use otro nombre o espere a que termine ese pedido.`,
  tooManyOpen: ({ count }) =>
    plural('es', count, {
      one: 'Ya tiene un pedido abierto, el máximo por persona. Espere a que termine o cancélelo.',
      other: `Ya tiene ${count} pedidos abiertos, el máximo por persona. Espere a que termine alguno o cancele uno.`,
    }),
  tooManyVouchers:
    'Ha introducido demasiados códigos promocionales en una hora. Demasiados códigos erróneos bloquearían la cuenta para todos: vuelva a intentarlo dentro de una hora o haga el pedido sin código promocional.',
  nameTakenElsewhere:
    'Ya hay un pedido abierto de un proyecto con este nombre o con uno que se le parece. Use otro nombre.',
  nameOrdered: ({ name, id, orderId }) =>
    `El proyecto «${name}» ya se ha pedido (pedido ${id}, en OVHcloud ${orderId}). Use otro nombre.`,
};
