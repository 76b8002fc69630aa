import type { Messages } from '../en.ts';

export const requestForm: Messages['requestForm'] = {
  title: 'Proyecto Public Cloud',
  submit: 'Pedir presupuesto',
  close: 'Cancelar',
  titleEdit: 'Modificar el pedido',
  submitEdit: 'Guardar los cambios',
  introEdit:
    'Cualquier cambio, salvo el del motivo, solicita a OVHcloud un nuevo presupuesto y anula las aprobaciones ya dadas.',
  titleAgain: 'Reintentar',
  submitAgain: 'Pedir presupuesto',
  channel: 'Canal',
  channelHint: 'Donde se muestra y se aprueba el pedido.',
  intro:
    'Primero recibirá un presupuesto. No se pide nada antes de que se apruebe, y no se paga nada hasta que alguien ' +
    'pague con el enlace de pago.',
  introAutoPay:
    'Primero recibirá un presupuesto. No se pide nada antes de que se apruebe; después OVHcloud *carga el importe en la cuenta al instante*.',
  shown: 'El pedido, su precio y su motivo se muestran en el canal.',
  projectName: 'Nombre del proyecto',
  projectNameHint: 'Cómo se llamará el proyecto.',
  emojiHint:
    'Slack ha sustituido un emoji por un código entre dos puntos. En OVHcloud, el nombre del proyecto contendría ese código.',
  voucher: 'Código promocional (voucher)',
  reason: 'Motivo',
  reasonHint: 'Para qué es el proyecto. Todo el canal lee su motivo.',
  withdrawal: 'Derecho de desistimiento',
  withdrawalHint:
    'Si la casilla queda vacía, un consumidor conserva el derecho a desistir de la compra en un plazo de 14 días. ' +
    'Si está marcada, renuncia a él. Los aprobadores ven su elección.',
  waive: 'Renunciar al derecho de desistimiento de 14 días para este pedido',
};

export const requestProblems: Messages['requestProblems'] = {
  unreadable: 'Algo de este formulario no se ha podido leer.',
  channelMissing: 'Elija el canal en el que se muestra el pedido.',
  noQuorum:
    'Nadie podría aprobar este pedido: hay muy pocos aprobadores además de usted. Consulte a quien gestiona esta aplicación.',
  damaged: ({ command }) => `Este formulario está dañado: ciérrelo y vuelva a escribir ${command}.`,
  nameLength: 'Escriba un nombre de 1 a 100 caracteres.',
  nameUnprintable: 'No use caracteres de control, caracteres invisibles ni saltos de línea.',
  voucher: 'Un código promocional es un solo código, sin espacios, de 100 caracteres como máximo.',
  reasonLength: 'Use 1000 caracteres como máximo.',
  slackIsSlow: 'Slack va lento en este momento. No se ha pedido nada; vuelva a enviar el formulario.',
  notWritten: 'No se ha podido guardar. No se ha pedido nada; vuelva a enviar el formulario.',
  channelUnavailable: ({ errorCode, bot }) =>
    `La aplicación no puede escribir en este canal (${errorCode}). Escriba allí /invite @${bot} y vuelva a enviar ` +
    'el formulario: lo que ha escrito sigue aquí.',
  nameTaken: ({ name, id }) =>
    `Ya hay un pedido abierto para el proyecto «${name}» (pedido ${id}). Use otro nombre o espere a que termine ese pedido.`,
  nameTakenElsewhere:
    'Ya hay un pedido abierto para un proyecto con este nombre o con uno que se le parece. Use otro nombre.',
  nameOrdered: ({ name, id, orderId }) =>
    `El proyecto «${name}» ya se ha pedido (pedido ${id}, en OVHcloud ${orderId}). Use otro nombre.`,
};
