import type { Messages } from '../en.ts';

export const projectStart: Messages['projectStart'] = {
  firstSteps: 'Primeros pasos:',
  users: 'usuarios',
  quota: 'cuotas y regiones',
  sshKeys: 'claves SSH',
  billing: 'facturación',
  guide: 'guía de OVHcloud',

  addVoucher: 'Añadir código promocional',
  adding: ({ voucher }) => `Se está añadiendo el código promocional ${voucher} al proyecto…`,
  added: ({ voucher }) => `Se ha añadido el código promocional ${voucher} al proyecto.`,
  notAdded: ({ voucher }) => `No se ha añadido el código promocional ${voucher}.`,

  title: 'Añadir un código',
  submit: 'Añadir',
  close: 'Volver',
  intro: ({ name }) => `OVHcloud abona el crédito del código promocional al proyecto *${name}*.`,
  damaged: 'No se puede leer este formulario: ciérrelo y vuelva a hacer clic en «Añadir código promocional».',
  failed: 'No ha funcionado y no se ha cambiado nada. Vuelva a enviarlo dentro de un momento.',
  takesLong:
    'Está tardando más de lo habitual. Cierre el formulario y consulte el mensaje, o vuelva a enviarlo.',
};
