import type { Messages } from '../en.ts';

export const failures: Messages['failures'] = {
  ovh_unavailable: {
    what: 'OVHcloud no ha respondido durante diez minutos.',
    toDo: 'Vuelva a intentarlo más tarde; puede que haya más información en status.ovhcloud.com.',
  },
  ovh_server_error: {
    what: ({ status }) => `OVHcloud ha respondido con un error (${status}) durante diez minutos.`,
    saying: ({ status, message }) =>
      `OVHcloud ha respondido con un error (${status}: «${message}») durante diez minutos.`,
    toDo: 'Vuelva a intentarlo más tarde; puede que haya más información en status.ovhcloud.com.',
  },
  rate_limited: {
    what: 'OVHcloud ha rechazado durante diez minutos las peticiones de esta aplicación: eran demasiadas.',
    toDo: 'Vuelva a intentarlo más tarde.',
  },
  key_invalid: {
    what: 'OVHcloud ya no acepta la clave de API de esta aplicación.',
    toDo: 'Pida a quien gestiona esta aplicación que cree una clave nueva en OVHcloud y la añada a la configuración; después, vuelva a intentarlo.',
  },
  service_account_refused: {
    what: 'OVHcloud ya no acepta la cuenta de servicio de esta aplicación.',
    toDo: 'Pida a quien gestiona esta aplicación que compruebe OVH_CLIENT_ID y OVH_CLIENT_SECRET; después, vuelva a intentarlo.',
  },
  clock_skew: {
    what: 'El reloj del equipo en el que se ejecuta esta aplicación no está en hora, así que OVHcloud rechaza sus peticiones.',
    toDo: 'Pida a quien gestiona esta aplicación que ponga en hora el reloj (NTP); después, vuelva a intentarlo.',
  },
  right_missing: {
    what: ({ call }) =>
      `La clave de OVHcloud de la aplicación no tiene permiso para una llamada necesaria (${call}).`,
    toDo: 'Pida a quien gestiona esta aplicación que cree una clave con todos los permisos que indica la guía de configuración; después, vuelva a intentarlo.',
  },
  account_not_allowed: {
    what: 'La política de acceso de la cuenta de OVHcloud no permite que esta aplicación haga pedidos.',
    naming: ({ actions }) =>
      `La política de acceso de la cuenta de OVHcloud no permite que esta aplicación haga pedidos: le falta ${actions}.`,
    toDo: 'Pida al administrador de la cuenta de OVHcloud que permita hacer pedidos al usuario de esta aplicación; después, vuelva a intentarlo.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud no permite que esta cuenta realice el pedido.',
    toDo: 'Pida al titular de la cuenta de OVHcloud que lo compruebe en el área de cliente (identidad, deudas, límites); después, vuelva a intentarlo.',
  },
  not_eligible: {
    what: 'OVHcloud exige resolver algo en la cuenta antes de vender un proyecto.',
    toDo: 'Después, vuelva a intentarlo.',
  },
  payment_refused: {
    what: 'OVHcloud no puede cargar el importe de este pedido en la forma de pago de la cuenta.',
    naming: ({ method }) =>
      `OVHcloud no puede cargar el importe de este pedido en la forma de pago de la cuenta (${method}).`,
    toDo: 'Pida al titular de la cuenta de OVHcloud que elija otra forma de pago como predeterminada en el área de cliente (Facturación > Formas de pago), o a quien gestiona esta aplicación que configure OVH_AUTOPAY=false; después, vuelva a intentarlo.',
  },
  voucher_refused: {
    toDo: 'Vuelva a intentarlo con otro código promocional o sin ninguno.',
    toDoLater: 'Haga el pedido sin código promocional o espere una hora antes de volver a usar uno.',
  },
  configuration_missing: {
    what: ({ labels }) => `Para este plan, OVHcloud exige ${labels}, y esta aplicación no puede facilitarlo.`,
    label: ({ label }) => `«${label}»`,
    toDo: 'Pida este proyecto en el área de cliente de OVHcloud y avise a quien gestiona esta aplicación.',
  },
  configuration_duplicated: {
    what: ({ label }) => `OVHcloud ha encontrado «${label}» dos veces en el carrito.`,
    toDo: 'Vuelva a intentarlo: se crea un carrito nuevo.',
  },
  input_refused: {
    what: ({ message }) => `OVHcloud no ha aceptado los datos introducidos: ${message}`,
    toDo: 'Vuelva a intentarlo con otro nombre de proyecto u otro código promocional.',
  },
  subsidiary_refused: {
    what: 'OVHcloud no reconoce el país (filial) configurado en esta aplicación.',
    toDo: 'Pida a quien gestiona esta aplicación que corrija o quite OVH_SUBSIDIARY; después, vuelva a intentarlo.',
  },
  plan_not_offered: {
    what: ({ planCode }) => `OVHcloud no ofrece el plan «${planCode}» a esta cuenta.`,
    toDo: 'Pida a quien gestiona esta aplicación que corrija o quite OVH_PLAN_CODE; después, vuelva a intentarlo.',
  },
  ovh_order_not_found: {
    what: 'La respuesta de OVHcloud se perdió y no se ha encontrado ningún pedido que corresponda.',
    toDo: 'Búsquelo en el área de cliente de OVHcloud (Facturación > Mis pedidos) antes de volver a pedir este proyecto.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }) => `El pedido de OVHcloud ${orderId} se canceló en OVHcloud.`,
    because: ({ orderId, reason }) => `El pedido de OVHcloud ${orderId} se canceló en OVHcloud: «${reason}».`,
    refund: 'Para un reembolso, el titular de la cuenta debe ponerse en contacto con el soporte de OVHcloud.',
    toDo: 'Pida al titular de la cuenta de OVHcloud que lo compruebe en el área de cliente; después, vuelva a intentarlo.',
  },
  status_unknown: {
    what: ({ orderId }) => `OVHcloud no dice cómo va su pedido ${orderId}.`,
    toDo: 'Búsquelo en el área de cliente de OVHcloud (Facturación > Mis pedidos) antes de volver a pedir este proyecto.',
  },
  project_not_found: {
    what: ({ orderId }) =>
      `OVHcloud dice que su pedido ${orderId} está entregado, pero no se ha encontrado su proyecto.`,
    toDo: 'Pida al titular de la cuenta de OVHcloud que busque el proyecto en el área de cliente y, si no está, que consulte al soporte de OVHcloud.',
  },
  paid_after_expiry: {
    what: ({ orderId }) =>
      `El pedido de OVHcloud ${orderId}, que aquí había caducado, finalmente se pagó: volver a pedir el proyecto sería comprarlo dos veces.`,
    toDo: 'Busque su proyecto en el área de cliente de OVHcloud.',
  },
  checkout_unconfirmed: {
    what: 'La respuesta de OVHcloud al pedido se perdió y desde entonces no ha aparecido ningún pedido. Como el importe se cargaría en la cuenta, la aplicación no lo vuelve a intentar por sí sola.',
    toDo: 'Compruébelo en el área de cliente de OVHcloud (Facturación > Mis pedidos). Si no hay ningún pedido, vuelva a intentarlo.',
  },
  cart_lost: {
    what: 'El carrito ya no existe en OVHcloud.',
    toDo: 'Vuelva a intentarlo: se crea un carrito nuevo.',
  },
  answer_not_understood: {
    what: 'OVHcloud ha respondido algo que esta aplicación no entiende.',
    toDo: 'Vuelva a intentarlo; si se repite, avise a quien gestiona esta aplicación: el registro tiene los detalles.',
  },
  refused_otherwise: {
    what: ({ message }) => `OVHcloud lo ha rechazado: «${message}».`,
    toDo: 'Si el mensaje indica qué corregir, corríjalo y vuelva a intentarlo; si no, avise a quien gestiona esta aplicación.',
  },
  channel_unavailable: {
    what: ({ errorCode }) => `La aplicación no puede escribir en ese canal (${errorCode}).`,
    toDo: ({ bot }) => `Escriba allí /invite @${bot} y vuelva a hacer el pedido.`,
  },
  approvers_hidden: {
    what: ({ subject, errorCode }) =>
      `Slack no indica a la aplicación si quienes aprobaron siguen siendo aprobadores: no le muestra ${subject} (${errorCode}).`,
    toDo: 'Quien gestiona la aplicación tiene que corregirlo; después, vuelva a intentarlo.',
  },
  internal: {
    what: 'Se ha producido un error en esta aplicación.',
    toDo: 'Vuelva a intentarlo; si se repite, avise a quien gestiona esta aplicación: el registro tiene los detalles.',
  },
};

export const eligibilityActions: Messages['eligibilityActions'] = {
  addPaymentMethod:
    'El titular de la cuenta de OVHcloud tiene que añadir una forma de pago en el área de cliente (Facturación > Formas de pago).',
  replacePaymentMethod:
    'El titular de la cuenta de OVHcloud tiene que renovar la forma de pago predeterminada, que no es válida, o elegir otra como predeterminada, en el área de cliente (Facturación > Formas de pago).',
  challengePaymentMethod:
    'El titular de la cuenta de OVHcloud tiene que confirmar la forma de pago en el área de cliente (Facturación > Formas de pago).',
  verifyPaypal:
    'El titular de la cuenta de OVHcloud tiene que verificar la cuenta de PayPal en el área de cliente (Facturación > Formas de pago).',
  askIncreaseProjectsQuota:
    'Se ha alcanzado el límite de proyectos: el titular de la cuenta de OVHcloud tiene que eliminar uno o pedir una ampliación al soporte de OVHcloud.',
  other: ({ action }) =>
    `El titular de la cuenta de OVHcloud tiene que resolver «${action}» en el área de cliente.`,
};

export const voucherErrors: Messages['voucherErrors'] = {
  invalid: 'OVHcloud no reconoce este código promocional.',
  too_many_attempts:
    'Se han probado demasiados códigos promocionales: OVHcloud no acepta ninguno durante una hora.',
  no_longer_valid: 'Este código promocional ya no es válido.',
  already_used: 'Este código promocional ya se ha usado.',
  expired: 'Este código promocional ha caducado.',
  country: 'Este código promocional es para cuentas de otro país.',
  payment_mean: 'Este código promocional requiere que la cuenta de OVHcloud tenga antes una forma de pago.',
  too_many_used: 'Este código promocional se ha usado demasiadas veces.',
  nichandle: 'Este código promocional pertenece a otra cuenta de OVHcloud.',
  scored: 'OVHcloud no acepta este código promocional para esta cuenta.',
  new_customer: 'Este código promocional es solo para clientes nuevos.',
  new_project: 'Este código promocional es solo para un primer proyecto.',
  said: ({ message }) => `OVHcloud no acepta este código promocional: «${message}».`,
  other: ({ code }) => `OVHcloud no acepta este código promocional (${code}).`,
};

export const failureMessages: Messages['failureMessages'] = {
  nothingOrdered: 'No se ha pedido nada.',
  ended: 'Este pedido ha terminado.',
  failedBefore: 'Se ha vuelto a intentar después. La vez anterior no se pidió nada:',
  endedBefore: 'Se ha vuelto a intentar después. La vez anterior, este pedido terminó:',
  whatToDo: 'Qué hacer:',
  tryAgain: 'Reintentar',
  support: ({ queryId }) => `Referencia para el soporte de OVHcloud: ${queryId}`,
  said: ({ message }) => `Respuesta de OVHcloud: «${message}»`,
  notPlacedThere: ({ name, channel }) => `Su pedido del proyecto «${name}» en ${channel} no se ha realizado.`,
};
